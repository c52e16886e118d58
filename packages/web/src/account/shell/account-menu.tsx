import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { signOut, useSession } from '../../data/session.ts';
import { IconButton } from '../../design/button.tsx';
import { Icon } from '../../design/icon.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { toast } from '../../design/toasts.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

/** Who is signed in, and the way out. */
export function AccountMenu(): ReactElement {
  const { t, locale } = useWords();
  const { account } = useSession();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => navigate({ to: '/sign-in', replace: true }),
    onError: (error) => toast(describeError(error, t, locale)),
  });
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
