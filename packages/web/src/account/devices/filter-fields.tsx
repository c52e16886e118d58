import { useNavigate } from '@tanstack/react-router';
import type { DeviceList } from '@warder/api';
import { describeCountry } from '@warder/words';
import { type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Field, SelectField } from '../../design/field.tsx';
import { useWords } from '../../words/words.ts';
import { type DeviceSearch, forms, spans } from './device-filter.ts';

const typingMs = 250;

/** Writes to the address shortly after the last key, so that Back does not step through letters. */
function SearchField({ value, onChange }: { value: string; onChange: (search: string) => void }): ReactElement {
  const { t } = useWords();
  const [text, setText] = useState(value);
  const written = useRef(value);
  const write = useEffectEvent(onChange);
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text.trim() === written.current) return;
    const timer = setTimeout(() => {
      written.current = text.trim();
      write(text.trim());
    }, typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Field
      type="search"
      label={t('actions.search')}
      placeholder={t('actions.search_hint')}
      value={text}
      maxLength={100}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T | undefined;
  options: readonly (readonly [value: T, label: string])[];
  onChange: (value: T | undefined) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>): ReactElement {
  const { t } = useWords();
  return (
    <SelectField label={label} value={value ?? ''} onChange={(event) => onChange(options.find(([option]) => option === event.target.value)?.[0])}>
      <option value="">{t('actions.any')}</option>
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** The fields of the filter. */
export default function FilterFields({ search, facets }: { search: DeviceSearch; facets: DeviceList['facets'] }): ReactElement {
  const { t, locale } = useWords();
  const navigate = useNavigate({ from: '/devices' });
  const change = (changed: { [K in keyof DeviceSearch]?: DeviceSearch[K] | undefined }) =>
    void navigate({
      search: (before) => Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined && value !== '')),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="mt-4 grid gap-4 pb-2 sm:grid-cols-2 lg:grid-cols-3">
      <SearchField value={search.search ?? ''} onChange={(text) => change({ search: text })} />
      <Choice
        label={t('actions.country')}
        value={search.country}
        options={facets.countries.map((country) => [country, describeCountry(country, locale)])}
        onChange={(country) => change({ country })}
      />
      <Choice
        label={t('actions.city')}
        value={search.city}
        options={facets.cities.map((city) => [city, city])}
        onChange={(city) => change({ city })}
      />
      <Choice
        label={t('actions.status')}
        value={search.status}
        options={[
          ['online', t('common.online')],
          ['offline', t('common.offline')],
        ]}
        onChange={(status) => change({ status })}
      />
      <Choice
        label={t('actions.form')}
        value={search.form}
        options={forms.map((form) => [form, t(`common.form_${form}`)])}
        onChange={(form) => change({ form })}
      />
      <Choice
        label={t('actions.time')}
        value={search.signedIn}
        options={spans.map((span) => [span, t(`actions.time_${span}`)])}
        onChange={(signedIn) => change({ signedIn })}
      />
    </div>
  );
}
