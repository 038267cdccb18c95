import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createFfmpeg } from '../../server/recordings/ffmpeg.ts';
import { beginTake, endTake, folderOf } from '../../server/recordings/files.ts';
import { makeFilm } from '../../server/recordings/film.ts';
import { blocksOf } from '../../server/recordings/matroska-blocks.ts';
import { type Block, type Track } from '../../sfu/recording/matroska.ts';
import { pictureTrack } from '../../sfu/recording/picture.ts';
import { soundTrack } from '../../sfu/recording/sound.ts';
import { TrackFile } from '../../sfu/recording/track-file.ts';
import { cacheDir } from '../setup/paths.mjs';
import { readOptions } from './support/options.ts';
import { printReport, round } from './support/report.ts';

const options = readOptions('recording', {
  minutes: { default: 120, min: 1, means: 'length of the recording' },
  voices: { default: 5, min: 1, means: 'microphones that are heard all the time' },
  small: { default: 10, min: 0, means: 'minutes in a hundred that show a smaller camera' },
});
const run = promisify(execFile);
const megabyte = 1_000_000;
const clipSeconds = 20;

/** A clip of what a browser would send; the recording is made of its repetition. */
async function clip(folder: string, name: string, args: string[]): Promise<Block[]> {
  const file = join(folder, name);
  await run('ffmpeg', ['-v', 'error', ...args, '-t', String(clipSeconds), file]);
  const blocks: Block[] = [];
  for await (const { at, key, data } of blocksOf(file))
    blocks.push({ at, key, data: Buffer.from(data) });
  return blocks;
}

const camera = (size: string, bitrate: string) =>
  [
    ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=25`, '-c:v', 'libvpx', '-threads', '1'],
    ['-deadline', 'realtime', '-cpu-used', '8', '-b:v', bitrate, '-g', '250'],
  ].flat();
const voice = [
  ['-f', 'lavfi', '-i', 'sine=frequency=300:r=48000', '-ac', '2'],
  ['-c:a', 'libopus', '-b:a', '32k'],
].flat();

/** Writes a stream with the recorder's own writer, a clip after another. */
async function write(path: string, track: Track, clipAt: (at: number) => readonly Block[]) {
  const file = new TrackFile(path, track, (error) => {
    throw error;
  });
  for (let at = 0; at < options.minutes * 60; at += clipSeconds) {
    for (const block of clipAt(at)) file.write({ ...block, at: at * 1000 + block.at });
    await file.flush();
  }
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Looks at memory and disk while something runs; in bytes. */
function watch(folder: string) {
  const peak = { own: 0, ffmpeg: 0, disk: 0 };
  const look = async () => {
    peak.own = Math.max(peak.own, process.memoryUsage().rss);
    peak.disk = Math.max(peak.disk, await bytesIn(folder));
    const own = `/proc/${process.pid}/task/${process.pid}/children`;
    const pids = (await readFile(own, 'utf8').catch(() => '')).split(' ').filter(Boolean);
    for (const pid of pids) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
      peak.ffmpeg = Math.max(peak.ffmpeg, Number(kilobytes) * 1024);
    }
  };
  const timer = setInterval(() => void look(), 250);
  return { peak, stop: () => clearInterval(timer) };
}

await mkdir(cacheDir(), { recursive: true });
const root = await mkdtemp(join(cacheDir(), 'bench-recording-'));
try {
  const large = await clip(root, 'large.mkv', camera('1280x720', '1200k'));
  const small = await clip(root, 'small.mkv', camera('640x360', '500k'));
  const spoken = await clip(root, 'voice.mkv', voice);
  const folder = folderOf(root, 'recording');
  const take = await beginTake(folder);
  const isSmall = (at: number) => (at / 60) % 10 < options.small / 10;
  await write(join(take, 'picture.mkv'), pictureTrack, (at) => (isSmall(at) ? small : large));
  for (let index = 1; index <= options.voices; index += 1)
    await write(join(take, `sound-${index}.mkv`), soundTrack, () => spoken);
  await endTake(folder, options.minutes * 60);

  const parts = await bytesIn(folder.path);
  const cpuBefore = await childrenSeconds();
  const began = performance.now();
  const watched = watch(folder.path);
  const film = await makeFilm(createFfmpeg('ffmpeg'), folder, async () => []);
  watched.stop();
  const seconds = (performance.now() - began) / 1000;
  const cpu = (await childrenSeconds()) - cpuBefore;
  const { own, ffmpeg, disk } = watched.peak;
  const figures = {
    minutes: options.minutes,
    made_s: round(seconds),
    cpu_s: round(cpu),
    film_minutes: round(film.seconds / 60, 1),
    server_peak_mb: round(own / megabyte),
    ffmpeg_peak_mb: round(ffmpeg / megabyte),
    parts_mb: round(parts / megabyte),
    film_mb: round(film.bytes / megabyte),
    disk_peak_mb: round(disk / megabyte),
  };
  const what = `${options.minutes} min, ${options.voices} voices, ${options.small} % smaller`;
  printReport(
    'recording',
    [
      ['put together', `${figures.made_s} s`, what],
      ['processor time of ffmpeg', `${figures.cpu_s} s`, 'at the lowest priority'],
      ['largest memory, this process', `${figures.server_peak_mb} MB`, 'every 250 ms'],
      ['largest memory, ffmpeg', `${figures.ffmpeg_peak_mb} MB`, 'as the kernel counts'],
      ['streams on the disk', `${figures.parts_mb} MB`, what],
      ['the file', `${figures.film_mb} MB`, `${figures.film_minutes} min`],
      ['disk in use at most', `${figures.disk_peak_mb} MB`, 'every 250 ms'],
    ],
    { json: options.json, figures },
  );
} finally {
  await rm(root, { recursive: true, force: true });
}

/** Processor time of all children that have ended, in seconds. */
async function childrenSeconds(): Promise<number> {
  const [, after = ''] = (await readFile('/proc/self/stat', 'utf8')).split(') ');
  const fields = after.split(' ');
  // cutime and cstime, in ticks of 10 ms: proc(5).
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
