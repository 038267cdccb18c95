import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

export interface LoadedFile {
  path: string;
  /** Bytes of the body, compressed with gzip. */
  gzipBytes: number;
}

/**
 * Notes the files of the web app that a page fetches from now on; answers of the service are none.
 * @returns gives those so far, the largest first
 */
export function watchFiles(page: Page): () => Promise<LoadedFile[]> {
  const responses: Response[] = [];
  page.on('response', (response) => void responses.push(response));
  return async () => {
    const files = await Promise.all(responses.filter(isFile).map(sizeOf));
    return files.toSorted((a, b) => b.gzipBytes - a.gzipBytes);
  };
}

const pathOf = (response: Response) => new URL(response.url()).pathname;

const isFile = (response: Response) => !/^\/(api|socket\.io)\//.test(pathOf(response));

const sizeOf = async (response: Response): Promise<LoadedFile> => ({
  path: pathOf(response),
  gzipBytes: gzipSync(await response.body()).length,
});

export const isScript = ({ path }: LoadedFile): boolean => path.endsWith('.js');

export const sumOf = (files: readonly LoadedFile[]): number =>
  files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
