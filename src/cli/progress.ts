/** Shows how far a long command is, on standard error: a line that is written over on a terminal, else one every tenth. */
export function showProgress(what: string): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    if (total === 0) return;
    const tenth = Math.floor((done / total) * 10);
    if (process.stderr.isTTY)
      process.stderr.write(`\r${what}: ${done} of ${total}${done === total ? '\n' : ''}`);
    else if (tenth !== shown) console.error(`${what}: ${done} of ${total}`);
    shown = tenth;
  };
}
