import { Link } from '@tanstack/react-router';
import type { Device } from '@warder/api';
import { describeAnonymity, describeAnonymitySource, describePlace, describeRadius } from '@warder/words';
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../design/icon.tsx';
import { Row } from '../../design/row.tsx';
import { Tag } from '../../design/tag.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { Time } from '../../design/time.tsx';
import { useWords } from '../../words/words.ts';
import { ConfirmDevice } from './confirm-device.tsx';
import { DeviceName } from './device-name.tsx';
import { ForceOffline } from './force-offline.tsx';
import { JudgementList } from './judgement-list.tsx';
import { nameOf } from './name-of.ts';
import { SignOutHere } from './sign-out-here.tsx';

const iconOf = ({ client }: Device): IconName => (client.kind === 'api' ? 'program' : client.form);

/** Online or offline, this one, new: never by colour alone. */
export function DeviceLabels({ device }: { device: Device }): ReactElement {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {device.current && <Tag tone="good">{t('common.thisDevice')}</Tag>}
      {device.isNew && <Tag tone="warn">{t('common.newDevice')}</Tag>}
      <span data-online={device.online} className="group inline-flex items-center gap-1.5 text-sm text-muted">
        <span
          aria-hidden="true"
          className="size-2 rounded-full border border-muted group-data-[online=true]:border-brand group-data-[online=true]:bg-brand"
        />
        {t(device.online ? 'common.online' : 'common.offline')}
      </span>
    </div>
  );
}

/** Where it is, how far off that may be, and what stands in between. */
function DevicePlace({ device: { origin } }: { device: Device }): ReactElement {
  const { t, locale } = useWords();
  const radius = describeRadius(origin, locale, t);
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>{describePlace(origin, locale, t)}</span>
      {radius && <span className="text-sm text-muted">({radius})</span>}
      <span className="text-sm break-all text-muted">{origin.ip}</span>
      {origin.anonymity && (
        <span title={describeAnonymitySource(origin.anonymity, locale, t)}>
          <Tag>{describeAnonymity(origin.anonymity, t)}</Tag>
        </span>
      )}
    </p>
  );
}

/** One device of the list: what it is, where, when, what is strange, and what can be done about it here (DEV-3). */
export function DeviceRow({ device, heading = 'h2' }: { device: Device; heading?: 'h2' | 'h3' }): ReactElement {
  const { t } = useWords();
  const actions = device.current ? (
    <SignOutHere />
  ) : (
    <>
      {device.needsAttention && <ConfirmDevice device={device} />}
      <ForceOffline device={device} tone={device.needsAttention ? 'danger' : 'plain'} />
    </>
  );
  return (
    <Row
      actions={actions}
      data-device={device.id}
      data-attention={device.needsAttention}
      className="data-[attention=true]:border-l-4 data-[attention=true]:border-l-warn data-[attention=true]:pl-4"
    >
      <div className="flex gap-4">
        <span className="mt-1 text-muted">
          <Icon name={iconOf(device)} size={24} />
        </span>
        <div className="grid min-w-0 flex-1 gap-1.5">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <DeviceName device={device} heading={heading} />
            <DeviceLabels device={device} />
          </div>
          <DevicePlace device={device} />
          <p className="text-sm text-muted">
            {device.current ? t('devices.activeNow') : <Time at={device.lastActiveAt} form="relative" />}
            {' · '}
            {t('devices.signedIn_label')} <Time at={device.signedInAt} form="plain" />
            {' · '}
            <Link
              to="/devices/$deviceId"
              params={{ deviceId: device.id }}
              className={textLinkClass}
              aria-label={t('devices.details_of', { device: nameOf(device, t) })}
            >
              {t('devices.details')}
            </Link>
          </p>
          <JudgementList judgements={device.judgements} />
        </div>
      </div>
    </Row>
  );
}
