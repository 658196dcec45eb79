/** Processor time of this process in milliseconds: unlike the clock, it does not run while others hold the core. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
