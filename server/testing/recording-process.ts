import { startRecording } from '../../models/contracts/recordings.ts';
import { openRecordingHouse } from './recording-house.ts';

// Records an open meeting, tells the parent process what it records, and waits to be killed.

const house = await openRecordingHouse({ dataDir: process.argv[2] ?? '' });
await house.come();
const { meetingId, chairLine } = house;
const { id: recordingId } = await chairLine.act(startRecording, { meetingId });
process.send?.({ meetingId, recordingId });
