import type { ReactElement, ReactNode } from 'react';
import { speak } from '../../words/words.ts';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** The frame of pages that show one thing: signing in, signing up, the end of a session. */
export function PlainFrame({ children }: { children: ReactNode }): ReactElement {
  return (
    <div className="mx-auto flex min-h-dvh max-w-[30rem] flex-col px-5">
      <header className="flex items-center justify-between py-3">
        <a href="/" className="-m-2 inline-flex p-2">
          <Brand />
        </a>
        <div className="-mr-2.5 flex">
          <LanguageMenu onChoose={(locale) => void speak(locale)} />
          <ThemeMenu />
        </div>
      </header>
      <OfflineBar />
      <main className="flex-1 pt-[clamp(1.5rem,9dvh,6rem)] pb-16">{children}</main>
    </div>
  );
}
