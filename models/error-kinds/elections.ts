import type { ErrorKind } from './error-kind.ts';

export const electionsErrors = {
  trustees_need_secret: {
    status: 400,
    vi: 'Chỉ bỏ phiếu kín mới có người giữ khóa.',
    en: 'Only a secret ballot has trustees.',
  },
  trustees_not_ranked: {
    status: 400,
    vi: 'Phiếu kín kiểm chứng được không dùng cho xếp thứ tự ưu tiên.',
    en: 'A verifiable secret ballot cannot rank options.',
  },
  trustees_not_weighted: {
    status: 400,
    vi: 'Phiếu kín kiểm chứng được chỉ dùng khi mỗi người một phiếu ngang nhau.',
    en: 'A verifiable secret ballot needs one equal vote for each member.',
  },
  trustees_not_delegated: {
    status: 409,
    vi: 'Phiếu kín kiểm chứng được không bỏ thay được: hãy kết thúc các ủy quyền trước khi mở.',
    en: 'Nobody votes for another in a verifiable secret ballot: end the delegations before opening.',
  },
  election_phase: {
    status: 409,
    vi: 'Giai đoạn hiện tại của cuộc bỏ phiếu kiểm chứng được không cho phép việc này.',
    en: 'The present phase of the verifiable ballot does not allow this.',
  },
  election_keys_missing: {
    status: 409,
    vi: 'Những người giữ khóa chưa tạo xong khóa.',
    en: 'The trustees have not finished the key.',
  },
  voters_not_registered: {
    status: 409,
    vi: 'Có thành viên có mặt chưa tạo mã bỏ phiếu. Chờ họ, hoặc quyết định mở cho những người đã có mã.',
    en: 'Members who are present have no voting code yet. Wait for them, or decide to open for those who have one.',
  },
  not_a_trustee: {
    status: 403,
    vi: 'Đồng chí không giữ khóa trong cuộc bỏ phiếu này.',
    en: 'You are not a trustee of this ballot.',
  },
  trustee_message_wrong: {
    status: 400,
    vi: 'Dữ liệu của người giữ khóa không đúng hoặc không chứng minh được.',
    en: 'What the trustee sent is malformed or its proof does not hold.',
  },
  credential_wrong: {
    status: 400,
    vi: 'Mã bỏ phiếu công khai không hợp lệ.',
    en: 'This is not a valid public credential.',
  },
  already_registered: {
    status: 409,
    vi: 'Đồng chí đã tạo mã bỏ phiếu. Mất mã thì báo thư ký trước khi mở biểu quyết.',
    en: 'You have made your voting code. If it is lost, tell the secretary before the vote opens.',
  },
  ballot_wrong: {
    status: 400,
    vi: 'Phiếu mã hóa không hợp lệ nên không được nhận.',
    en: 'The encrypted ballot is not valid and was not taken.',
  },
  credential_unknown: {
    status: 403,
    vi: 'Mã bỏ phiếu của phiếu này không có trong danh sách.',
    en: 'The voting code of this ballot is not on the list.',
  },
  credential_used: {
    status: 409,
    vi: 'Mã bỏ phiếu này đã do người khác dùng, hoặc đồng chí đã bỏ phiếu bằng mã khác. Báo ngay thư ký.',
    en: 'Someone else has used this voting code, or you have voted with another. Tell the secretary at once.',
  },
  encrypted_only: {
    status: 409,
    vi: 'Biểu quyết này chỉ nhận phiếu đã mã hóa trên máy của đại biểu.',
    en: 'This vote takes only ballots that were encrypted on the voter’s device.',
  },
} as const satisfies Record<string, ErrorKind>;
