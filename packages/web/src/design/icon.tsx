import type { ReactElement } from 'react';

/** Line drawings on a 24 px grid, 1.6 px wide. */
const drawings = {
  overview: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  devices: 'M3.5 6.5h12v8.5h-12zM2 18h10M17 9.5h4.5V19H15v-4',
  activity: 'M5 4.5h14v15H5zM8.5 9h7M8.5 12.5h7M8.5 16h4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  language: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.7 12h16.6M12 3.5c-5.3 5-5.3 12 0 17 5.3-5 5.3-12 0-17',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-3.7 3.8-5.5 7.5-5.5s6.7 1.8 7.5 5.5',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM14 7l3 3',
  eye: 'M2.5 12C4.8 8 8 6 12 6s7.2 2 9.5 6c-2.3 4-5.5 6-9.5 6s-7.2-2-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  eyeOff: 'M4 4l16 16M9.5 6.3C14.5 5 19 7.5 21.5 12c-.8 1.4-1.7 2.5-2.8 3.4M6 7.7C4.6 8.8 3.4 10.2 2.5 12c2.9 5.2 8 7.2 12.7 5.5',
  copy: 'M9 9h10.5v11H9zM15 9V4.5H4.5V15H9',
  download: 'M12 4v10.5M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  print: 'M7 8.5v-5h10v5M7 16H4V8.5h16V16h-3M7 13.5h10v7H7z',
  desktop: 'M3.5 5h17v10.5h-17zM2 19h20',
  phone: 'M7.5 3h9v18h-9zM11 18.2h2',
  tablet: 'M5 3.5h14v17H5zM11 18h2',
  tv: 'M3 5.5h18v11H3zM8 20h8',
  program: 'M7.5 8 3.5 12l4 4M16.5 8l4 4-4 4M13.5 5.5l-3 13',
  other: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.8 9.7c.2-1.3 1-2 2.2-2s2.2.8 2.2 2c0 1.6-2.2 1.8-2.2 3.6M12 16.3v.1',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  signOut: 'M13.5 4.5h-8v15h8M10 12h10M16.5 8.5 20 12l-3.5 3.5',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside a word; it never stands for a word alone, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
