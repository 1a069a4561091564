import { Command } from 'commander';
import { openBench } from './bench-server.js';
import { FIGURES } from './figures.js';

/** One measured figure. `ratio` is value/floor for rates and floor/value for times and sizes: bigger is better. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  floor: number;
  ratio: number;
  /** Of 200 requests, 190 were answered within this; only for people. */
  p95?: number;
}

const options = new Command('bench')
  .description(
    'Measures Pismo against a floor of the same machine and run. Durable: fsync and synchronous_commit are on.',
  )
  .option('--json', 'print one JSON line a figure')
  .option('--only <names>', 'comma-separated names of figures', (names: string) => names.split(','))
  .option('--pairs <n>', 'interleaved pairs of floor and measurement', Number, 5)
  .option('--seconds <n>', 'seconds of load a measurement', Number, 4)
  .option(
    '--letters <n>',
    'letters of the large archive, made once and kept in DATA_DIR/bench',
    Number,
    1_000_000,
  )
  .option('--followers <n>', 'followers to whom one release is dealt out', Number, 50_000)
  .option('--list', 'print the names and stop')
  .parse()
  .opts<{
    json?: boolean;
    only?: string[];
    pairs: number;
    seconds: number;
    letters: number;
    followers: number;
    list?: boolean;
  }>();

const wanted = FIGURES.filter(
  ({ names }) => !options.only || names.some((name) => options.only!.includes(name)),
);
if (options.list) {
  for (const name of FIGURES.flatMap(({ names }) => names)) console.log(name);
} else if (wanted.length === 0) {
  console.error(`No figure is called ${options.only!.join(', ')}: see --list.`);
  process.exitCode = 1;
} else {
  const bench = await openBench(options);
  try {
    for (const { names, measure } of wanted) {
      if (!options.json) console.error(`… ${names.join(', ')}`);
      for (const figure of await measure(bench))
        if (!options.only || options.only.includes(figure.name)) print(figure);
    }
  } finally {
    await bench.close();
  }
}

function print(figure: Figure): void {
  const { p95, ...told } = figure;
  if (options.json) return console.log(JSON.stringify(told));
  const number = (value: number) =>
    value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 }).padStart(9);
  console.log(
    `${figure.name.padEnd(20)}${number(figure.value)} ${figure.unit.padEnd(10)} floor ${number(figure.floor)}   ratio ${figure.ratio.toFixed(2)}${p95 === undefined ? '' : `   p95 ${p95.toFixed(1)} ${figure.unit}`}`,
  );
}
