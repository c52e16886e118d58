import { Link } from '@tanstack/react-router';
import type { SignInRecord } from '@warder/api';
import { describeAnonymity, describeClient, describePlace } from '@warder/words';
import type { ReactElement } from 'react';
import { classNames } from '../../design/class-names.ts';
import { Row } from '../../design/row.tsx';
import { Tag } from '../../design/tag.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { Time } from '../../design/time.tsx';
import { useWords } from '../../words/words.ts';

/** One attempt to sign in: when, with what result, from where, by what. */
export function SignInRow({ record }: { record: SignInRecord }): ReactElement {
  const { t, locale } = useWords();
  const { outcome, client, origin, deviceId, deviceName, methods } = record;
  const failed = outcome !== 'signed_in';
  const what = deviceName ?? describeClient(client, t);
  return (
    <Row className="py-4" data-outcome={outcome}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className={classNames('font-medium', failed && 'text-warn')}>{t(`activity.outcome_${outcome}`)}</p>
        <p className="text-sm text-muted">
          <Time at={record.at} form="plain" />
        </p>
      </div>
      <p>
        {deviceId && !failed ? (
          <Link to="/devices/$deviceId" params={{ deviceId }} className={textLinkClass}>
            {what}
          </Link>
        ) : (
          what
        )}
        {' · '}
        {describePlace(origin, locale, t)} <span className="text-sm break-all text-muted">{origin.ip}</span>{' '}
        {origin.anonymity && <Tag>{describeAnonymity(origin.anonymity, t)}</Tag>}
      </p>
      {methods.length > 0 && (
        <p className="text-sm text-muted">
          {t('activity.withMethods', { methods: methods.map((method) => t(`activity.method_${method}`)).join(', ') })}
        </p>
      )}
    </Row>
  );
}
