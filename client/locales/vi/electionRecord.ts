/** The public record of a secret poll that anyone can check: what this machine finds in it. */
export default {
  verifying: 'Đang kiểm tra bản ghi',
  stage: {
    reading: 'Đọc tệp',
    ballots: 'Kiểm tra từng phiếu',
    result: 'Kiểm tra khóa, tổng và kết quả',
  },
  ballotOf: 'Phiếu {{done}}/{{total}}',
  cancel: 'Dừng kiểm tra',
  cancelledTitle: 'Đã dừng, chưa kiểm tra xong',
  cancelledText: 'Chưa kết luận được gì về bản ghi này.',
  again: 'Kiểm tra lại từ đầu',
  failed: 'Chưa kiểm tra được bản ghi',
  save: 'Tải bản ghi này (.bel)',

  rightTitle: 'Bản ghi đúng từ đầu đến cuối',
  rightText:
    'Mọi phiếu hợp lệ, tổng cộng đúng và kết quả đúng là kết quả mở ra từ các phiếu. Máy này tự tính lại, không hỏi máy chủ.',
  unfinishedTitle: 'Bản ghi chưa kết thúc; phần đã có đều đúng',
  unfinishedVoting:
    'Còn đang bỏ phiếu nên chưa có kết quả. Sau khi kết thúc, tải bản ghi mới rồi kiểm tra lại.',
  unfinishedCounting:
    'Đã hết giờ bỏ phiếu, những người giữ khóa chưa mở xong kết quả. Tải lại bản ghi sau khi có kết quả.',
  strangeTitle: 'Đây không phải bản ghi bỏ phiếu kín',
  strangeText: 'Chọn tệp .bel đã tải về từ cuộc bỏ phiếu, chưa qua chỉnh sửa hay nén.',
  wrongTitle: 'Bản ghi sai: đừng tin kết quả của nó',
  event: 'Mục {{event}}',
  exactly: 'Chi tiết kỹ thuật:',
  moreFaults: 'Còn {{count}} chỗ sai khác.',
  wrongAdvice:
    'Tải lại tệp một lần nữa để loại trừ lỗi đường truyền. Nếu vẫn sai, giữ tệp này và báo cho chủ tọa.',
  faults: {
    archive: 'tệp đã bị sửa, cắt bớt hoặc thêm vào, nên mã băm hay thứ tự không khớp',
    order: 'các bước không theo đúng trình tự của cuộc bỏ phiếu',
    setup: 'câu hỏi, khóa của những người giữ khóa hoặc danh sách mã bỏ phiếu không đúng',
    ballot: 'phiếu không viết đúng dạng',
    credential: 'phiếu của người không có trong danh sách mã bỏ phiếu',
    'answer-shape': 'phiếu không trả lời đúng câu hỏi',
    'not-in-group': 'phiếu có số không hợp lệ',
    'individual-proof': 'phiếu không chứng minh được rằng mỗi ô chỉ được đánh dấu một lần',
    'overall-proof': 'phiếu không chứng minh được rằng đã chọn đúng số lượng cho phép',
    'blank-proof': 'phiếu không chứng minh được rằng phiếu trắng không kèm lựa chọn khác',
    'wrong-election': 'phiếu của cuộc bỏ phiếu khác',
    'ballot-hash': 'nội dung phiếu đã bị sửa sau khi ký',
    'ballot-signature': 'chữ ký của phiếu không đúng',
    'answers-missing': 'phiếu thiếu hoặc thừa câu trả lời',
    tally: 'tổng không đúng với các phiếu',
    'partial-decryption': 'phần mở kết quả của một người giữ khóa không có chứng minh đúng',
    result: 'kết quả không đúng với phần mở của những người giữ khóa',
    unfinished: 'chưa có kết quả',
  },

  noResult: 'Chưa có kết quả trong bản ghi này.',
  turnout: '{{counted}} phiếu được tính / {{credentials}} người có mã bỏ phiếu',
  resultOf: 'Kết quả: {{question}}',
  blank: 'Phiếu trắng',
  checkedTitle: 'Máy này đã kiểm tra',
  checked: {
    chain: 'Tệp nguyên vẹn: mã băm của từng phần và thứ tự nối tiếp đều khớp.',
    setup:
      'Nội dung bỏ phiếu: {{count}} câu hỏi; khóa chung đúng là do những người giữ khóa cùng làm ra.',
    trustees: 'Người giữ khóa: {{keepers}}; mỗi người chứng minh mình có mảnh khóa.',
    keepersAll: '{{count}} người, cần tất cả',
    keepersOf: '{{needed}} trong {{of}} người là đủ',
    keepersOne: 'thêm một người bắt buộc',
    credentials: '{{count}} mã bỏ phiếu, không mã nào trùng.',
    ballots:
      '{{count}} phiếu: mỗi phiếu đúng chữ ký, thuộc cuộc này và chứng minh được là hợp lệ, mà không lộ lựa chọn.',
    replaced:
      '{{count}} phiếu đã được người gửi thay bằng phiếu sau; còn {{counted}} phiếu được tính.',
    sums: 'Tổng mã hóa đúng là tổng của {{count}} phiếu được tính.',
    decryptions: '{{count}} người giữ khóa đã mở phần của mình, đều có chứng minh đúng.',
    result: 'Kết quả đúng là điều các phần ấy mở ra.',
  },
  limitsTitle: 'Điều bản ghi không tự nói được',
  limits:
    'Bản ghi không cho biết ai bỏ phiếu nào, và không chứng minh rằng mã bỏ phiếu chỉ trao cho người có quyền: điều đó dựa vào điểm danh. Hãy so mã của mục cuối với mã mà người khác thấy, để chắc rằng mọi người cùng xem một bản ghi.',
  opened: 'Mở lúc',
  uuid: 'Mã cuộc bỏ phiếu',
  fingerprint: 'Dấu vân tay của cuộc bỏ phiếu',
  head: 'Mã của mục cuối',
  fileHash: 'SHA-256 của cả tệp (giống mã trong bản ghi biểu quyết)',

  untypedTitle: 'Mã theo dõi phiếu chưa đúng',
  untypedText:
    'Mã có 43 ký tự gồm chữ, số và dấu + /; viết liền hay cách nhóm đều được, nhưng chữ hoa và chữ thường khác nhau.',
  countsTitle: 'Có phiếu của đồng chí ở mục {{event}}, và phiếu được tính',
  countsText: 'Phiếu nằm trong tổng đã kiểm tra ở trên.',
  countsYet: 'Nếu đồng chí không bỏ lại, phiếu này sẽ nằm trong tổng khi kết thúc.',
  replacedTitle: 'Có phiếu này ở mục {{event}}, nhưng đã được thay bằng phiếu sau',
  replacedText:
    'Phiếu sau cùng của cùng một mã bỏ phiếu mới được tính; mã theo dõi của nó ở dưới. Nếu đồng chí không bỏ lại lần nào, hãy báo ngay cho chủ tọa: có người khác dùng mã bỏ phiếu của đồng chí.',
  missingTitle: 'Không có phiếu này trong bản ghi',
  missingText:
    'Xem lại mã và xem có đúng cuộc bỏ phiếu không. Nếu đúng cả hai thì phiếu đã bị bỏ khỏi bản ghi: giữ biên nhận và báo cho chủ tọa.',
  missingYet:
    'Bản ghi này có thể tải về trước lúc đồng chí bỏ phiếu: tải lại bản mới. Nếu vẫn không có, giữ biên nhận và báo cho chủ tọa.',
} as const;
