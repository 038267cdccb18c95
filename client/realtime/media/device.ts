import { Device } from 'mediasoup-client';
import type { RtpCapabilities } from '../../../models/contracts/rtp.ts';

/**
 * Finds out what this browser can send and receive in a room. A module of its own, so that the library is
 * loaded only by those who join.
 */
export async function openDevice(routerRtpCapabilities: RtpCapabilities): Promise<Device> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities });
  return device;
}
