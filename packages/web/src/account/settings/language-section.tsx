import { useMutation } from '@tanstack/react-query';
import type { Account } from '@warder/api';
import { type ReactElement, useMemo } from 'react';
import { changeSettings } from '../../data/account.ts';
import { Button } from '../../design/button.tsx';
import { SelectField } from '../../design/field.tsx';
import { toast } from '../../design/toasts.tsx';
import { browserTimeZone } from '../../words/clock.ts';
import { locales } from '../../words/locales.ts';
import { languageNames, useWords } from '../../words/words.ts';
import { Outcome } from './outcome.tsx';
import { Section } from './section.tsx';
import { timeZonesWith } from './time-zones.ts';

/** In which language and zone Warder speaks. Each choice is saved as it is made. */
export function LanguageSection({ account }: { account: Account }): ReactElement {
  const { t } = useWords();
  const change = useMutation({ ...changeSettings, onSuccess: () => toast(t('settings.saved')) });
  const here = browserTimeZone();
  const zones = useMemo(() => timeZonesWith(account.timeZone, here), [account.timeZone, here]);
  const shown = change.isPending ? { ...account, ...change.variables } : account;
  return (
    <Section title={t('settings.languageAndTime')}>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SelectField
          label={t('common.language')}
          hint={t('settings.language_what')}
          value={shown.locale}
          onChange={(event) => change.mutate({ locale: event.target.value as Account['locale'] })}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {languageNames[locale]}
            </option>
          ))}
        </SelectField>
        <div>
          <SelectField label={t('settings.timeZone')} value={shown.timeZone} onChange={(event) => change.mutate({ timeZone: event.target.value })}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </SelectField>
          {shown.timeZone !== here && (
            <p className="mt-1.5 text-sm text-muted">
              {t('settings.timeZone_here', { zone: here.replaceAll('_', ' ') })}
              <Button tone="quiet" onClick={() => change.mutate({ timeZone: here })}>
                {t('settings.timeZone_useHere')}
              </Button>
            </p>
          )}
        </div>
      </div>
      <Outcome error={change.error} />
    </Section>
  );
}
