/** Prints a value beside its target; below 1 is better than wanted. */
export const row = (what, value, unit, target) =>
  console.log(
    `${what.padEnd(46)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} target ${String(target).padStart(5)}  ratio ${(value / target).toFixed(2)}`,
  );
