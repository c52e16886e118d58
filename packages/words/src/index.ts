/**
 * Everything that Warder says to people, in English, 中文, 日本語 and 한국어, and how it says times, places, devices, judgements and problems.
 * Pure and free of the DOM and of Node, so that pages and mails say the same. Which word stands for which idea is in TERMS.md.
 */
export { describeClient, describeSystem } from './describe-client.ts';
export { describeJudgement } from './describe-judgement.ts';
export {
  describeAnonymity,
  describeAnonymitySource,
  describeCountry,
  describeEstimatedPlace,
  describePlace,
  describeRadius,
} from './describe-place.ts';
export { describeProblem, describeSessionEnd } from './describe-problem.ts';
export {
  type Clock,
  describeDate,
  describeHour,
  describeLastSeen,
  describeTime,
  describeTimeWithoutZone,
  describeWait,
  describeZone,
} from './describe-time.ts';
export { MessageError, type Values } from './format-message.ts';
export { languageTag } from './locale.ts';
export type { MessageKey, Section } from './message-key.ts';
export { type CompiledMessages, createCompiledTranslator, type Translator } from './translator.ts';
