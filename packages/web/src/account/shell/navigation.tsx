import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../design/icon.tsx';
import { useWords } from '../../words/words.ts';

const entries = [
  { to: '/', word: 'shell.overview', icon: 'overview' },
  { to: '/devices', word: 'shell.devices', icon: 'devices' },
  { to: '/activity', word: 'shell.activity', icon: 'activity' },
  { to: '/settings', word: 'shell.settings', icon: 'settings' },
] as const satisfies readonly { to: string; word: string; icon: IconName }[];

/** The main pages: a line of words at the top, or a bar of drawings and words at the bottom of a narrow screen. */
export function Navigation(): ReactElement {
  const { t } = useWords();
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-5 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:pb-[env(safe-area-inset-bottom)] print:hidden"
    >
      <ul className="flex max-sm:grid max-sm:grid-cols-4 sm:gap-1">
        {entries.map(({ to, word, icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              className="flex min-h-11 items-center justify-center text-muted hover:text-ink data-[status=active]:text-ink max-sm:min-h-14 max-sm:flex-col max-sm:gap-0.5 max-sm:px-1 max-sm:text-xs max-sm:data-[status=active]:text-brand sm:border-b-2 sm:border-transparent sm:px-3 sm:data-[status=active]:border-brand sm:data-[status=active]:font-medium"
            >
              <span className="sm:hidden">
                <Icon name={icon} size={22} />
              </span>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
