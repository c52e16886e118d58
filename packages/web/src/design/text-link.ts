/** The look of a link inside text. */
export const textLinkClass = 'text-brand underline decoration-brand/40 underline-offset-4 hover:decoration-brand';
