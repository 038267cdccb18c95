/** One room of a media server in which one video stream goes to many receivers over SRTP. */
export interface Fanout {
  /** The process that forwards. */
  pid: number;
  /** UDP port on this machine to which the sender sends plain RTP. */
  port: number;
  srtpProfile: string;
  /** SSRC of the stream that each receiver gets. */
  ssrcs: number[];
  close(): Promise<void>;
}

/** SSRC of the sender: the only one that Janus takes from a publisher on another machine. */
export const senderSsrc = 1000;
