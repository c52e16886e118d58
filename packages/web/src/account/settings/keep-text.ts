/** Hands a text to the browser as a file to keep. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Prints the one part of the page that carries `data-print-part`. */
export function printPart(): void {
  const root = document.documentElement;
  root.dataset['print'] = 'part';
  globalThis.addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
  globalThis.print();
}
