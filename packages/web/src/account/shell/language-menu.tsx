import type { ReactElement } from 'react';
import { IconButton } from '../../design/button.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { type Locale, locales } from '../../words/locales.ts';
import { languageNames, useWords } from '../../words/words.ts';

/** Chooses the language; each is named in itself. */
export function LanguageMenu({ onChoose }: { onChoose: (locale: Locale) => void }): ReactElement {
  const { t, locale } = useWords();
  return (
    <Menu label={t('common.language')} button={(opens) => <IconButton {...opens} icon="language" label={t('common.language')} />}>
      {locales.map((one) => (
        <MenuItem key={one} lang={one === 'zh' ? 'zh-Hans' : one} current={one === locale} onClick={() => onChoose(one)}>
          {languageNames[one]}
        </MenuItem>
      ))}
    </Menu>
  );
}
