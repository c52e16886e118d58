import { useMutation } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { changeSettings } from '../../data/account.ts';
import { useSession } from '../../data/session.ts';
import { toast } from '../../design/toasts.tsx';
import { describeError } from '../../words/describe-error.ts';
import { speak, useWords } from '../../words/words.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** The frame of every page of a signed-in account: where to go, how it looks, who is here; and the stream that keeps it true. */
export function AccountFrame(): ReactElement {
  const { t, locale } = useWords();
  const { account, session } = useSession();
  useEffect(() => {
    const leaving = new AbortController();
    // Not needed to show the page, so it does not hold it up.
    void import('../../data/event-stream.ts').then(({ followEvents }) => followEvents(session.id, leaving.signal));
    return () => leaving.abort();
  }, [session.id]);
  useEffect(() => void speak(account.locale), [account.locale]);
  const choose = useMutation({ ...changeSettings, onError: (error) => toast(describeError(error, t, locale)) });

  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-surface focus:p-3">
        {t('shell.skip')}
      </a>
      <div className="mx-auto max-w-[62rem] px-5 max-sm:pb-24">
        <header className="flex flex-wrap items-center justify-between gap-x-6 py-3 print:hidden">
          <Link to="/" className="-m-2 inline-flex p-2">
            <Brand />
          </Link>
          <Navigation />
          <div className="-mr-2.5 flex">
            <LanguageMenu onChoose={(chosen) => choose.mutate({ locale: chosen })} />
            <ThemeMenu />
            <AccountMenu />
          </div>
        </header>
        <OfflineBar />
        <main id="content" tabIndex={-1} className="pt-8 pb-20 outline-none sm:pt-12">
          <Outlet />
        </main>
      </div>
    </>
  );
}
