import { type ReactElement, useMemo } from 'react';
import { encode } from 'uqr';

const quietModules = 3;

/** A QR code, dark on light in either theme, since many cameras read no other. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const { size, path } = useMemo(() => {
    const qr = encode(text, { ecc: 'M', border: quietModules });
    const dark = qr.data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
    return { size: qr.size, path: dark.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 shrink-0 rounded-sm bg-surface scheme-light"
    >
      <path d={path} className="fill-ink" />
    </svg>
  );
}
