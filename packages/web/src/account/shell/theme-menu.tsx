import type { ReactElement } from 'react';
import { useStore } from '../../data/store.ts';
import { IconButton } from '../../design/button.tsx';
import { Icon, type IconName } from '../../design/icon.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { useWords } from '../../words/words.ts';
import { type Theme, theme, themes, wear } from './theme.ts';

const icons: Record<Theme, IconName> = { auto: 'desktop', light: 'sun', dark: 'moon' };

/** Light, dark, or as the system has it. */
export function ThemeMenu(): ReactElement {
  const { t } = useWords();
  const current = useStore(theme);
  return (
    <Menu
      label={t('shell.appearance')}
      button={(opens) => <IconButton {...opens} icon={current === 'dark' ? 'moon' : 'sun'} label={t('shell.appearance')} />}
    >
      {themes.map((one) => (
        <MenuItem key={one} current={one === current} onClick={() => wear(one)}>
          <Icon name={icons[one]} size={18} />
          {t(`shell.appearance_${one}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
