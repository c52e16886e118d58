import type { Block, MailDocument, MailFrame } from './mail-document.ts';

function blockText(block: Block, { fact }: MailFrame): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text;
    case 'code':
      return `    ${block.code}`;
    case 'facts':
      return [...(block.title === undefined ? [] : [block.title]), ...block.facts.map(fact)].join('\n');
    case 'button':
      return `${block.label}\n${block.url}`;
  }
}

/** The mail as plain text: the same blocks in the same order as in HTML. */
export function mailText({ subject, blocks }: MailDocument, frame: MailFrame): string {
  const { antiPhishing, footer, brand } = frame;
  const top = antiPhishing ? [`${frame.fact({ label: antiPhishing.label, value: antiPhishing.code })}\n${antiPhishing.note}`] : [];
  return `${[...top, subject, ...blocks.map((block) => blockText(block, frame)), `-- \n${brand}\n${footer}`].join('\n\n')}\n`;
}
