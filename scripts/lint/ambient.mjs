/**
 * Lint rules of the house: no ambient time, no ambient randomness. Code that reads the clock or the dice by itself cannot be tested for
 * what it does a year from now, or in the one case in a million; it is given `now: Date` and `random` instead.
 */
const isGlobal = (context, node) => node.type === 'Identifier' && !context.sourceCode.getScope(node).set.has(node.name);

const isMember = (node, object, property) =>
  node.type === 'MemberExpression' && !node.computed && node.object.name === object && node.property.name === property;

const noAmbientTime = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message: 'Take `now: Date` (or a Clock): a decision that reads the clock cannot be tested. Only kernel/clock.ts reads it.',
      });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0 && isGlobal(context, node.callee)) report(node);
      },
      CallExpression(node) {
        if (node.callee.name === 'Date' && isGlobal(context, node.callee)) report(node);
      },
      MemberExpression(node) {
        if (isMember(node, 'Date', 'now')) report(node);
      },
    };
  },
};

const dice = new Set(['randomBytes', 'randomUUID', 'randomInt', 'randomFillSync', 'randomFill', 'getRandomValues']);

const noAmbientRandomness = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message: 'Take `random: Random` (kernel/ids.ts): tests seed it, and nothing guessable can slip in. Math.random is guessable.',
      });
    return {
      MemberExpression(node) {
        if (isMember(node, 'Math', 'random')) report(node);
        else if (!node.computed && dice.has(node.property.name) && /^(crypto|webcrypto)$/.test(node.object.name ?? '')) report(node);
      },
      ImportSpecifier(node) {
        if (dice.has(node.imported.name) && /^(node:)?crypto$/.test(node.parent.source.value)) report(node);
      },
    };
  },
};

export default {
  meta: { name: 'warder' },
  rules: { 'no-ambient-time': noAmbientTime, 'no-ambient-randomness': noAmbientRandomness },
};
