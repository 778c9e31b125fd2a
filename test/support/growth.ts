import { expect } from 'vitest';
import { SAMPLE } from './runs.js';

/** By how much the sizes differ that are compared. */
const FACTOR = 10;
/** What one unit of the large input may cost, in units of the small ones: 1 is linear, `FACTOR` quadratic. */
const MOST = 4;
/** Milliseconds that both sides are given beforehand, so that nothing is said of what takes hardly any time. */
const FLOOR = 20;
const ATTEMPTS = 15;

/**
 * Expects that the cost of a work grows about as its input does: that one input of full size takes about as long as ten of
 * a tenth of it. What is compared is the processor time of this process, the least of several attempts, so it does not
 * matter how fast the machine is and what else it does.
 * @param given makes an input, its full size divided by `by`; this is not measured
 * @param run the work, which is given an input of its own each time
 */
export async function expectLinear<T>(
  given: (by: number) => T | Promise<T>,
  run: (input: T) => unknown,
): Promise<void> {
  const cost = async (count: number) => {
    const inputs: T[] = [];
    for (let i = 0; i < count; i++) inputs.push(await given(count * SAMPLE));
    const before = process.cpuUsage();
    for (const input of inputs) await run(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    small = Math.min(small, await cost(FACTOR));
    large = Math.min(large, await cost(1));
    if (growth(small, large) < MOST) return;
  }
  expect(growth(small, large), 'the cost of one unit, large to small').toBeLessThan(MOST);
}

const growth = (small: number, large: number) => (large + FLOOR) / (small + FLOOR);
