import {
  closeProbe,
  connectProbe,
  consumeProbe,
  openProbe,
  produceProbe,
  receiveProbe,
} from '../../models/contracts/network.ts';
import type { Sockets } from '../platform/socket-app.ts';
import type { NetworkService } from './service.ts';

const done = { done: true } as const;

export function networkActions(sockets: Pick<Sockets, 'handle'>, network: NetworkService): void {
  sockets.handle(openProbe, (_caller, request, connection) => network.open(request, connection));
  sockets.handle(receiveProbe, (_caller, request, connection) =>
    network.receive(request, connection),
  );
  sockets.handle(connectProbe, async (_caller, request, connection) => {
    await network.connect(request, connection);
    return done;
  });
  sockets.handle(produceProbe, (_caller, request, connection) =>
    network.produce(request, connection),
  );
  sockets.handle(consumeProbe, (_caller, request, connection) =>
    network.consume(request, connection),
  );
  sockets.handle(closeProbe, async (_caller, request, connection) => {
    await network.close(request, connection);
    return done;
  });
}
