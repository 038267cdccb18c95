import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

const Probe = z.object({
  streams: z.array(z.object({ codec_name: z.string(), codec_type: z.string() })),
  format: z.object({ duration: z.coerce.number().optional() }),
  chapters: z.array(z.object({ tags: z.object({ title: z.string() }) })).default([]),
});
const Packets = z.object({
  packets: z.array(z.object({ pts_time: z.coerce.number(), flags: z.string() })),
});

async function ffprobe(file: string, ...options: string[]): Promise<unknown> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-of', 'json', ...options, file]);
  return JSON.parse(stdout);
}

/** What ffprobe finds in a file. */
export const probe = async (file: string) =>
  Probe.parse(await ffprobe(file, '-show_streams', '-show_format', '-show_chapters'));

/** The times of all packets in seconds, with `K` among the flags of key frames. */
export const packetsOf = async (file: string) =>
  Packets.parse(await ffprobe(file, '-show_entries', 'packet=pts_time,flags')).packets;

/** Everything that ffmpeg complains of while it decodes a file from end to end. */
export async function complaintsOf(file: string): Promise<string> {
  // In the file's own time: at a guessed frame rate, two pictures would fall on one moment.
  const timing = ['-fps_mode', 'passthrough', '-enc_time_base', '1:1000'];
  const { stderr } = await run('ffmpeg', ['-v', 'error', '-i', file, ...timing, '-f', 'null', '-']);
  return stderr;
}
