import type { ReactElement } from 'react';
import { useSession } from '../../data/session.ts';
import { IconButton } from '../../design/button.tsx';
import { Icon } from '../../design/icon.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { useWords } from '../../words/words.ts';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, and the way out. */
export function AccountMenu(): ReactElement {
  const { t } = useWords();
  const { account } = useSession();
  const leave = useSignOut();
  return (
    <Menu label={t('shell.account')} button={(opens) => <IconButton {...opens} icon="person" label={t('shell.account')} />}>
      <p className="max-w-72 px-3 pt-2 pb-3 text-sm text-muted">
        {t('shell.signedInAs')}
        <span className="block text-base break-all text-ink">{account.email}</span>
      </p>
      <MenuItem className="text-danger" onClick={() => leave.mutate()}>
        <Icon name="signOut" size={18} />
        {t('common.signOut')}
      </MenuItem>
    </Menu>
  );
}
