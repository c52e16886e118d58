import { type ReactElement, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { useWords } from '../../words/words.ts';
import { EntryForm } from '../entry/entry-form.tsx';

const minLength = 4;
const maxLength = 20;

interface AntiPhishingFormProps {
  known: string;
  pending: boolean;
  onSave: (code: string) => void;
  onCancel: () => void;
}

export function AntiPhishingForm({ known, pending, onSave, onCancel }: AntiPhishingFormProps): ReactElement {
  const { t } = useWords();
  const [code, setCode] = useState(known);
  const [wrongCode, setWrongCode] = useState<string | null>(null);
  const submit = () => {
    const trimmed = code.trim();
    if (trimmed.length < minLength || trimmed.length > maxLength) setWrongCode(code);
    else if (!pending) onSave(trimmed);
  };
  return (
    <EntryForm answered={wrongCode} onSubmit={submit}>
      <div className="max-w-80">
        <Field
          label={t('settings.antiPhishing')}
          hint={t('settings.antiPhishing_hint')}
          error={wrongCode === code && wrongCode !== null ? t('settings.antiPhishing_length') : null}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoFocus
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" pending={pending}>
          {t('common.save')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </EntryForm>
  );
}
