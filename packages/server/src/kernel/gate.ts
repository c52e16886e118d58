/** Lets a bounded number of tasks run at once and a bounded number wait; the rest are turned away at once, so that a flood of them starves nobody else. */
export interface Gate {
  /** Runs the task when its turn comes. @throws {GateFull} when too many wait already */
  run<T>(task: () => Promise<T>): Promise<T>;
}

export class GateFull extends Error {
  constructor() {
    super('too many tasks are waiting');
    this.name = 'GateFull';
  }
}

export function createGate(limit: { running: number; waiting: number }): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  /** Hands the place to whoever waits longest, so that nobody slips in between. */
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    async run(task) {
      if (running >= limit.running) {
        if (queue.length >= limit.waiting) throw new GateFull();
        await new Promise<void>((resolve) => queue.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
