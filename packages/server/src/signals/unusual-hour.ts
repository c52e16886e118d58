/** Fewer say nothing about what is usual. */
const leastSignIns = 10;
const leastDays = 5;
/** A sign-in this close to an earlier one, by the clock on the wall, is at a usual time. */
const windowMinutes = 120;
const minutesPerDay = 24 * 60;

interface WallTime {
  day: string;
  minute: number;
}

/** Reads wall times in a zone; null when there is no such zone. */
function wallClock(timeZone: string): ((at: Date) => WallTime) | null {
  try {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    return (at) => {
      const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
      return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
    };
  } catch {
    return null;
  }
}

/** Minutes between two times of day, the short way round the clock. */
const apart = (a: number, b: number): number => {
  const minutes = Math.abs(a - b);
  return Math.min(minutes, minutesPerDay - minutes);
};

/**
 * The hour of day (0 to 23, in the holder's zone) of a sign-in that is more than two hours from every earlier one; else null.
 * Not evaluable, and so null, below ten earlier sign-ins on five days, or in a zone that does not exist.
 */
export function unusualHour(at: Date, earlier: readonly Date[], timeZone: string): number | null {
  const wall = earlier.length < leastSignIns ? null : wallClock(timeZone);
  if (!wall) return null;
  const times = earlier.map(wall);
  if (new Set(times.map(({ day }) => day)).size < leastDays) return null;
  const { minute } = wall(at);
  return times.some((time) => apart(time.minute, minute) <= windowMinutes) ? null : Math.floor(minute / 60);
}
