import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export type Strength = 0 | 1 | 2 | 3 | 4;

/** The estimate's cost grows with the length; what is longer than this is strong by its length or repeats itself. */
const maxEstimated = 64;
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How hard a password is to guess, from 0 (at once) to 4; `known` are words that its guesser would try first. Advice only: the server judges. */
export const estimateStrength = (password: string, known: readonly string[]): Strength =>
  estimator.check(
    password.slice(0, maxEstimated),
    known.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2),
  ).score as Strength;
