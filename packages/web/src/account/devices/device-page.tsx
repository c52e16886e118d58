import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Device, DeviceDetail, Session } from '@warder/api';
import { describeAnonymity, describeAnonymitySource, describeEstimatedPlace } from '@warder/words';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { deviceQuery } from '../../data/devices.ts';
import { isProblem } from '../../data/problem.ts';
import { Button, buttonClass } from '../../design/button.tsx';
import { PageHeading, SectionHeading } from '../../design/page-heading.tsx';
import { Fact, Facts, Row, Rows } from '../../design/row.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { ErrorState } from '../../design/states.tsx';
import { Tag } from '../../design/tag.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { Time } from '../../design/time.tsx';
import { lazyWithWords, useWords } from '../../words/words.ts';
import { ConfirmDevice } from './confirm-device.tsx';
import { DeviceName } from './device-name.tsx';
import { DeviceLabels } from './device-row.tsx';
import { ForceOffline } from './force-offline.tsx';
import { JudgementList } from './judgement-list.tsx';
import { Remedy } from './remedy.tsx';
import { SignOutHere } from './sign-out-here.tsx';

const EndSessionDialog = lazy(() => import('./end-session-dialog.tsx'));
const SignInsOfDevice = lazyWithWords('activity', () => import('./sign-ins-of-device.tsx'));
const route = getRouteApi('/account/devices/$deviceId');

const orDash = (text: string | null): string => text ?? '–';

/** What Warder saw itself, apart from what the browser says of itself: the list is evidence, not proof. */
function DeviceFacts({ device, agent }: { device: Device; agent: string | null }): ReactElement {
  const { t, locale } = useWords();
  const { client, origin } = device;
  const { anonymity } = origin;
  return (
    <div className="mt-8 grid gap-8 md:grid-cols-2">
      <section aria-labelledby="known">
        <SectionHeading id="known">{t('device.known')}</SectionHeading>
        <p className="mt-1 mb-4 text-sm text-muted">{t('device.known_hint')}</p>
        <Facts>
          <Fact name={t('common.place')}>{describeEstimatedPlace(origin, locale, t)}</Fact>
          <Fact name={t('common.ipAddress')}>
            <span className="break-all">{origin.ip}</span>
          </Fact>
          <Fact name={t('device.network_label')}>
            {orDash(origin.network)}
            {origin.asn !== null && <span className="text-muted"> (AS{origin.asn})</span>}
            {anonymity && (
              <span className="block">
                <Tag>{describeAnonymity(anonymity, t)}</Tag>{' '}
                <span className="text-sm text-muted">{describeAnonymitySource(anonymity, locale, t)}</span>
              </span>
            )}
          </Fact>
          <Fact name={t('device.lastActive_label')}>{device.current ? t('devices.activeNow') : <Time at={device.lastActiveAt} />}</Fact>
          <Fact name={t('devices.signedIn_label')}>
            <Time at={device.signedInAt} />
          </Fact>
          <Fact name={t('device.firstSeen_label')}>
            <Time at={device.firstSeenAt} />
          </Fact>
          <Fact name={t('device.identified_label')}>{t(`device.identified_${device.identifiedBy}`)}</Fact>
          <Fact name={t('device.approved_label')}>{t(device.approved ? 'device.approved_yes' : 'device.approved_no')}</Fact>
        </Facts>
      </section>
      <section aria-labelledby="reported">
        <SectionHeading id="reported">{t('device.reported')}</SectionHeading>
        <p className="mt-1 mb-4 text-sm text-muted">{t('device.reported_hint')}</p>
        <Facts>
          <Fact name={t('device.browser_label')}>{orDash([client.name, client.version].filter(Boolean).join(' ') || null)}</Fact>
          <Fact name={t('device.system_label')}>{orDash([client.os, client.osVersion].filter(Boolean).join(' ') || null)}</Fact>
          <Fact name={t('device.engine_label')}>{orDash(client.engine)}</Fact>
          <Fact name={t('device.model_label')}>{orDash(client.model)}</Fact>
          <Fact name={t('device.timeZone_label')}>{orDash(device.timeZone)}</Fact>
          {agent && (
            <Fact name={t('device.agent_label')}>
              <code className="text-sm break-all">{agent}</code>
            </Fact>
          )}
        </Facts>
      </section>
    </div>
  );
}

function SessionRow({ session }: { session: Session }): ReactElement {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const actions = !session.current && <Button onClick={() => setAsking(true)}>{t('device.session_end')}</Button>;
  return (
    <Row actions={actions}>
      <p>
        <Time at={session.createdAt} /> {session.current && <Tag tone="good">{t('device.session_this')}</Tag>}
      </p>
      <p className="text-sm text-muted">
        {t(`device.${session.aal}`)} · {session.origin.ip} · <Time at={session.lastActiveAt} form="relative" />
      </p>
      <Suspense>{asking && <EndSessionDialog sessionId={session.id} onClose={() => setAsking(false)} />}</Suspense>
    </Row>
  );
}

function Detail({ detail: { device, sessions, signIns } }: { detail: DeviceDetail }): ReactElement {
  const { t } = useWords();
  const agent = sessions[0]?.agent ?? signIns[0]?.agent ?? null;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-2">
          <DeviceName device={device} heading="h1" />
          <DeviceLabels device={device} />
          <JudgementList judgements={device.judgements} />
        </div>
        <div className="flex flex-wrap gap-2">
          {device.needsAttention && <ConfirmDevice device={device} />}
          {device.current ? <SignOutHere /> : <ForceOffline device={device} tone="danger" />}
        </div>
      </div>
      <DeviceFacts device={device} agent={agent} />
      <section aria-labelledby="sessions" className="mt-10 grid gap-3">
        <SectionHeading id="sessions">{t('device.sessions')}</SectionHeading>
        {sessions.length === 0 ? (
          <p className="text-muted">{t('device.sessions_none')}</p>
        ) : (
          <Rows>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Rows>
        )}
      </section>
      <section aria-labelledby="sign-ins" className="mt-10 grid gap-3">
        <SectionHeading id="sign-ins">{t('device.signIns')}</SectionHeading>
        {signIns.length === 0 ? (
          <p className="text-muted">{t('device.signIns_none', { days: 30 })}</p>
        ) : (
          <Suspense fallback={<Skeleton rows={2} />}>
            <SignInsOfDevice signIns={signIns} />
          </Suspense>
        )}
      </section>
    </>
  );
}

/** One device with its sessions and sign-ins. */
export function DevicePage(): ReactElement {
  const { t } = useWords();
  const { deviceId } = route.useParams();
  const { data, error, refetch } = useQuery(deviceQuery(deviceId));
  const gone = isProblem(error, 'not-found') || isProblem(error, 'invalid-request');
  return (
    <>
      <Link to="/devices" className={`${textLinkClass} mb-6 inline-block`}>
        {t('device.backToList')}
      </Link>
      <Remedy />
      {gone && (
        <>
          <PageHeading title={t('device.gone')}>{t('device.gone_hint')}</PageHeading>
          <Link to="/devices" className={buttonClass('primary')}>
            {t('device.backToList')}
          </Link>
        </>
      )}
      {!gone && data && <Detail detail={data} />}
      {!gone && !data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} />)}
    </>
  );
}
