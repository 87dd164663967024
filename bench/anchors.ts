import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './measure.ts';

const DECADE_S = '315360000';
const BUILD = mkdtempSync(join(tmpdir(), 'hasim-bench-'));
const PYTHON = '/usr/bin/python3';

function output(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

function build(source: string, name: string): string | undefined {
  const program = join(BUILD, name);
  const built = output('g++', ['-O3', '-march=native', '-std=c++17', '-o', program, source]);
  return built === undefined ? undefined : program;
}

const figure = (line: string | undefined, key: string): number => Number(JSON.parse(line ?? '{}')[key] ?? Number.NaN);

/** The same model in other engines, where their folder is given and they can be built; says what is left out. */
export function anchors(folder: string | undefined, leaveOut: (what: string) => void): Contender[] {
  if (folder === undefined || !existsSync(folder)) {
    leaveOut('C++ and SimPy on the reference model: HASIM_ANCHORS names no folder');
    return [];
  }
  return [...cpp(folder, leaveOut), ...simpy(folder, leaveOut)];
}

function cpp(folder: string, leaveOut: (what: string) => void): Contender[] {
  const program = build(join(folder, 'm1.cpp'), 'm1');
  if (program === undefined) {
    leaveOut('C++ on the reference model: no g++');
    return [];
  }
  const run = () => figure(output(program, ['h2', 'elided', DECADE_S, '1000', '1', '50']), 'yps');
  return [{ name: 'C++', unit: 'simulated years/s', run }];
}

function simpy(folder: string, leaveOut: (what: string) => void): Contender[] {
  if (output(PYTHON, ['-c', 'import simpy']) === undefined) {
    leaveOut('SimPy on the reference model: no python3-simpy3');
    return [];
  }
  const script = join(folder, 'm1_simpy.py');
  return [
    {
      name: 'SimPy',
      unit: 'simulated years/s',
      run: () => figure(output(PYTHON, [script, 'elided', DECADE_S, '30', '1']), 'yps'),
    },
    {
      name: 'SimPy literal',
      unit: 'events/s',
      run: () => figure(output(PYTHON, [script, 'naive', '259200', '1', '1']), 'evps'),
    },
  ];
}

/** std::priority_queue on the hold model. */
export function priorityQueue(leaveOut: (what: string) => void): Contender[] {
  const program = build(fileURLToPath(new URL('../../bench/hold.cpp', import.meta.url)), 'hold');
  if (program === undefined) {
    leaveOut('std::priority_queue: no g++');
    return [];
  }
  return [{ name: 'std::priority_queue', unit: 'holds/s', run: () => Number(output(program, [])) }];
}
