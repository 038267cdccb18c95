import {
  addSlipFile,
  answerSlip,
  closeSlip,
  createSlip,
  decidePaperAnswer,
  enterPaperAnswer,
  extendSlip,
  remindSlip,
  removeSlip,
  removeSlipFile,
  sendSlip,
  updateSlip,
  withdrawSlip,
} from '../../models/contracts/opinions-acts.ts';
import {
  getMySlip,
  getSlip,
  getSlipReport,
  listMySlips,
  listSlips,
  slipFile,
  slipFormFile,
  slipRecordFile,
  slipReportFile,
} from '../../models/contracts/opinions.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { OpinionsService } from './service.ts';

export function opinionsRoutes(routes: Routes, opinions: OpinionsService): void {
  routes.serve(listSlips, (caller) => opinions.list(caller));
  routes.serve(createSlip, (caller, { body }) => opinions.create(caller, body));
  routes.serve(getSlip, (caller, { params }) => opinions.get(caller, params.slipId));
  routes.serve(updateSlip, (caller, { params, body }) =>
    opinions.update(caller, params.slipId, body),
  );
  routes.serve(removeSlip, (caller, { params }) => opinions.remove(caller, params.slipId));
  fileRoutes(routes, opinions);
  routes.serve(sendSlip, (caller, { params, body }) =>
    opinions.send(caller, params.slipId, body.revision),
  );
  routes.serve(remindSlip, (caller, { params }) => opinions.remind(caller, params.slipId));
  routes.serve(closeSlip, (caller, { params }) => opinions.close(caller, params.slipId));
  routes.serve(extendSlip, (caller, { params, body }) =>
    opinions.extend(caller, params.slipId, body),
  );
  routes.serve(withdrawSlip, (caller, { params, body }) =>
    opinions.withdraw(caller, params.slipId, body.reason),
  );
  answerRoutes(routes, opinions);
}

function fileRoutes(routes: Routes, opinions: OpinionsService) {
  routes.serve(addSlipFile, (caller, { params, query, body }) =>
    opinions.addFile(caller, params.slipId, { ...query, bytes: body }),
  );
  routes.serve(removeSlipFile, (caller, { params }) =>
    opinions.removeFile(caller, params.slipId, params.fileId),
  );
  routes.serveFile(slipFile, (caller, params) =>
    opinions.file(caller, params.slipId, params.fileId),
  );
  routes.serve(getSlipReport, (caller, { params }) => opinions.report(caller, params.slipId));
  routes.serveFile(slipFormFile, (caller, { slipId }) => opinions.formFile(caller, slipId));
  routes.serveFile(slipRecordFile, (caller, { slipId }) => opinions.recordFile(caller, slipId));
  routes.serveFile(slipReportFile, (caller, params) =>
    opinions.reportFile(caller, params.slipId, params.format),
  );
}

function answerRoutes(routes: Routes, opinions: OpinionsService) {
  routes.serve(listMySlips, (caller) => opinions.mine(caller));
  routes.serve(getMySlip, (caller, { params }) => opinions.getMine(caller, params.slipId));
  routes.serve(answerSlip, (caller, { params, body }) =>
    opinions.answer(caller, params.slipId, body.answers),
  );
  routes.serve(enterPaperAnswer, (caller, { params, body }) =>
    opinions.enter(caller, params.slipId, body),
  );
  routes.serve(decidePaperAnswer, (caller, { params, body }) =>
    opinions.decide(caller, params.slipId, params.entryId, body.confirmed),
  );
}
