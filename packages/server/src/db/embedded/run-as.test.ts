import { expect, test } from 'vitest';
import { decideUser } from './run-as.ts';

const root = { name: 'root', uid: 0, gid: 0 };
const postgres = { name: 'postgres', uid: 103, gid: 105 };
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };

test.each([
  ['the user made for databases', [root, nobody, postgres], null, postgres],
  ['nobody, where there is no such user', [root, nobody], null, nobody],
  ['none, where there is neither', [root], null, null],
  ['never a nobody that is root', [root, { ...nobody, uid: 0 }], null, null],
  ['whoever owns the files that exist', [root, nobody, postgres], { uid: 65_534, gid: 65_534 }, nobody],
  ['an owner that has no name', [root, postgres], { uid: 999, gid: 999 }, { name: '999', uid: 999, gid: 999 }],
  ['never root, even when root owns the files', [root, postgres], { uid: 0, gid: 0 }, postgres],
])('started by root, the database runs as %s', (_, users, owner, expected) => {
  expect(decideUser(users, owner)).toEqual(expected);
});
