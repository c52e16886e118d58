import { useState } from 'react';

/** State that survives a reload of this tab, and nothing longer. Never put a password in it. */
export function useFlowState<T>(name: string, initial: T, isValid: (value: unknown) => value is T): [T, (next: T) => void] {
  const key = `warder.${name}`;
  const [state, setState] = useState<T>(() => read(key, isValid) ?? initial);
  const change = (next: T) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setState(next);
  };
  return [state, change];
}

function read<T>(key: string, isValid: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
}

/** Forgets the state of a flow that is over. */
export const forgetFlow = (name: string): void => sessionStorage.removeItem(`warder.${name}`);
