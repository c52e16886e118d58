/** Types of `virtual:words/<locale>`: add `/// <reference types="@warder/words/virtual" />`. */
declare module 'virtual:words/*' {
  const messages: import('./translator.ts').CompiledMessages;
  export default messages;
}
