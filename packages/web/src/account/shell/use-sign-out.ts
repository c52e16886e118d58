import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../../data/session.ts';
import { toast } from '../../design/toasts.tsx';
import { describeError } from '../../words/describe-error.ts';
import { useWords } from '../../words/words.ts';

/** Signs out here, and goes to where one signs in again. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: () => navigate({ to: '/sign-in', replace: true }),
    onError: (error) => toast(describeError(error, t, locale)),
  });
}
