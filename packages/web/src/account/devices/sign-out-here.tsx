import type { ReactElement } from 'react';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../words/words.ts';
import { useSignOut } from '../shell/use-sign-out.ts';

/** Signs out this device: another word than forcing one offline, since it is the holder who leaves. */
export function SignOutHere(): ReactElement {
  const { t } = useWords();
  const leave = useSignOut();
  return (
    <Button pending={leave.isPending} onClick={() => leave.mutate()}>
      {t('common.signOut')}
    </Button>
  );
}
