/** Types of `virtual:words/<locale>/<part>`: add `/// <reference types="@warder/words/virtual" />`. */
declare module 'virtual:words/*' {
  const messages: import('./translator.ts').CompiledMessages;
  export default messages;
}
