/** Secret polls that anyone can check: the voter's, the trustee's, the secretary's part. */
export default {
  voter: {
    readiness: {
      making: 'Máy của đồng chí đang tạo mã bỏ phiếu kín',
      ready: 'Máy của đồng chí đã sẵn sàng để bỏ phiếu kín',
      elsewhere: 'Đồng chí đã đăng ký bỏ phiếu kín trên một máy khác',
      denied: 'Trình duyệt này không cho lưu mã bỏ phiếu',
      failed: 'Chưa tạo được mã bỏ phiếu kín',
    },
    readinessText: {
      making: 'Việc này tự diễn ra, mất vài giây.',
      ready: 'Hãy bỏ phiếu trên đúng máy và trình duyệt này, và đừng xóa dữ liệu của nó.',
      elsewhere:
        'Mã bỏ phiếu chỉ nằm trong máy hoặc trình duyệt đã đăng ký lúc đầu: hãy bỏ phiếu ở đó. Nếu không còn dùng được máy ấy, báo thư ký trước khi mở biểu quyết để mọi người đăng ký lại.',
      denied:
        'Hãy rời chế độ ẩn danh hoặc cho phép trang này lưu dữ liệu rồi tải lại trang, hoặc vào họp bằng máy khác. Không lưu được mã thì không bỏ phiếu kín được.',
      failed:
        'Đồng chí chưa bỏ phiếu được bằng máy này. Bấm Thử lại; nếu vẫn không được, báo thư ký.',
    },
    readyFor: 'Biểu quyết số {{number}}: {{question}}',
    readyForShort: 'biểu quyết số {{number}}',
    retry: 'Thử lại',
    loadFailed: 'Chưa tải được cuộc bỏ phiếu kín',
    notHere: 'Không bỏ phiếu được trên máy này',
    notHereText:
      'Mã bỏ phiếu của đồng chí nằm trong máy hoặc trình duyệt đã đăng ký trước khi mở biểu quyết. Hãy mở trang này ở đó để bỏ phiếu. Nếu không còn dùng được máy ấy, báo ngay thư ký.',
    recordedElsewhere: 'Đã ghi nhận phiếu kín',
    recordedElsewhereText:
      'Phiếu được gửi từ một máy hoặc trình duyệt khác của đồng chí; mã theo dõi phiếu nằm ở đó, và chỉ ở đó bỏ lại được.',
    setupProblem: 'Không mã hóa phiếu: dữ liệu của cuộc bỏ phiếu không khớp',
    setupProblems: {
      words:
        'Nội dung đã công bố khác với nội dung trên phiếu này. Đừng bỏ phiếu, báo ngay thư ký.',
      fingerprint:
        'Văn bản của cuộc bỏ phiếu không đúng với dấu vân tay đã công bố. Báo ngay thư ký.',
      credential:
        'Máy này chưa đăng ký mã bỏ phiếu. Nếu đồng chí đã đăng ký trên máy khác, hãy bỏ phiếu ở đó; nếu không, báo ngay thư ký.',
    },
    encrypting: 'Đang mã hóa phiếu trên máy này',
    sending: 'Phiếu đã mã hóa, đang gửi và chờ máy chủ ghi bền vững',
    unsureTitle: 'Chưa nhận được xác nhận',
    unsure:
      'Phiếu đã mã hóa và được giữ trên máy này, có thể máy chủ đã ghi. Trang tự gửi lại đúng phiếu ấy khi có kết nối; gửi lại không bao giờ thành phiếu thứ hai.',
    sendAgain: 'Gửi lại ngay',
    refusedTitle: 'Phiếu chưa được ghi nhận',
    otherTab:
      'Phiếu đánh dấu ở thẻ khác của trình duyệt được gửi trước; phiếu đánh dấu ở đây chưa gửi. Bỏ phiếu lại nếu muốn đổi.',
    tooLate:
      'Biểu quyết đã kết thúc trước khi phiếu của đồng chí tới máy chủ. Phiếu này không được tính.',
    changeTooLate:
      'Biểu quyết đã kết thúc trước khi phiếu bỏ lại tới máy chủ. Phiếu trước đó của đồng chí được tính.',
    recorded: 'Đã ghi nhận phiếu kín',
    lastCounts: 'Bỏ lại được cho đến khi kết thúc; phiếu sau cùng được tính.',
    again: 'Bỏ phiếu lại',
    tracker: 'Mã theo dõi phiếu',
    trackerHelp:
      'Giữ mã này để tự tìm phiếu của mình trong hồ sơ công khai. Mã không cho biết đồng chí đã chọn gì; máy này cũng không giữ lựa chọn ấy.',
    showReceipt: 'Xem mã theo dõi phiếu',
    receiptQr: 'Mã QR mở hồ sơ công khai, tại phiếu này',
    find: 'Tìm phiếu trong hồ sơ',
    copy: 'Sao chép mã',
    copied: 'Đã sao chép mã theo dõi phiếu',
    copyFailed: 'Trình duyệt không cho sao chép. Xin chọn và chép tay.',
    tryOut: 'Thử máy của tôi',
    trial: {
      region: 'Thử máy bằng một phiếu',
      sealedTitle: 'Phiếu đã mã hóa, chưa gửi',
      openedTitle: 'Phiếu thử đã mở',
      why: 'Máy mã hóa xong và đưa mã niêm phong trước, rồi đồng chí mới nói mở ra xem hay gửi đi. Máy nào định ghi khác điều đồng chí chọn thì không biết trước phiếu nào sẽ bị mở.',
      commitment: 'Mã niêm phong',
      noteIt:
        'Ghi hoặc chụp lại mã này trước khi mở. Phiếu đã mở ra thì hủy, không bao giờ gửi được; sau đó đồng chí mã hóa phiếu mới để gửi.',
      opening: 'Đang mở phiếu thử',
      open: 'Mở phiếu này ra xem',
      cast: 'Gửi phiếu này',
      leave: 'Hủy phiếu, trở lại',
      blank: 'Phiếu trắng',
      true: 'Máy đã mã hóa đúng điều đồng chí chọn',
      trueText:
        'Các lựa chọn trên được tìm ra bằng cách mã hóa lại từng ô với số ngẫu nhiên của phiếu. Phiếu thử này đã hủy.',
      false: 'Máy KHÔNG mã hóa đúng điều đồng chí chọn',
      falseText: 'Đừng gửi phiếu trên máy này. Tải phiếu thử về và báo ngay thư ký.',
      faults: {
        commitment: 'Phiếu được mở không phải phiếu có mã niêm phong trên. Báo ngay thư ký.',
        election: 'Phiếu thuộc một cuộc bỏ phiếu khác. Báo ngay thư ký.',
        shape: 'Phiếu không có hình thức của phiếu này. Báo ngay thư ký.',
        opening: 'Số ngẫu nhiên không mở được phiếu. Báo ngay thư ký.',
      },
      back: 'Trở lại phiếu của tôi',
      download: 'Tải phiếu thử (JSON)',
    },
    trust: {
      title: 'Phiếu kín kiểm chứng được: điều cần biết',
      encrypted:
        'Phiếu được mã hóa ngay trên máy này. Máy chủ không đọc được phiếu, chỉ biết ai đã bỏ.',
      all: 'Người giữ khóa: {{names}}. Phải đủ cả {{count}} người mới mở được, và chỉ mở tổng số; họ cùng nhau lạm quyền thì mới đọc được từng phiếu.',
      some: 'Người giữ khóa: {{names}}. Cần {{count}} trong {{of}} người mới mở được, và chỉ mở tổng số; chừng ấy người cùng nhau lạm quyền thì mới đọc được từng phiếu.',
      record:
        'Ai cũng kiểm tra được kết quả từ hồ sơ công khai, và tự tìm thấy phiếu của mình bằng mã theo dõi.',
      recordLink: 'Mở trang kiểm tra hồ sơ',
      device:
        'Điều còn phải tin: chính máy và trình duyệt này. Ai đứng cạnh thì thấy màn hình; nếu mọi phiếu giống nhau thì kết quả cho biết từng người đã chọn gì.',
    },
  },
  trustee: {
    region: 'Mảnh khóa của biểu quyết số {{number}}',
    title: 'Đồng chí giữ một mảnh khóa',
    about: 'Biểu quyết số {{number}}: {{question}}',
    later: 'Để sau',
    hide: 'Ẩn đi',
    reminded: 'Thư ký nhắc: đồng chí có việc với mảnh khóa của biểu quyết số {{number}}',
    make: {
      text: 'Mảnh khóa được tạo trên máy này và không gửi đi đâu. Đặt mật khẩu để khóa nó lại; khi mở kết quả cần cả mảnh khóa lẫn mật khẩu.',
      again: 'Khóa của biểu quyết này đã được làm lại từ đầu; mảnh khóa và tệp cũ không dùng nữa.',
      elsewhere: 'Nếu đã tạo trên máy khác, hãy làm tiếp ở máy đó.',
      passphrase: 'Mật khẩu của mảnh khóa',
      passphraseHelp:
        'Ít nhất 10 ký tự; nên là ba, bốn từ không liên quan. Không ai lấy lại được nếu quên.',
      repeat: 'Nhập lại mật khẩu',
      tooShort: 'Cần ít nhất 10 ký tự.',
      different: 'Hai lần nhập khác nhau.',
      strength: { weak: 'Chưa đủ dài', fair: 'Tạm được', strong: 'Tốt' },
      act: 'Tạo mảnh khóa',
      working: 'Đang tạo và khóa mảnh khóa',
    },
    save: {
      title: 'Lưu tệp khóa trước khi gửi',
      text: 'Tệp giúp mở kết quả trên máy khác nếu máy này hỏng. Cất nơi chỉ đồng chí mở được, ví dụ USB.',
      locked: 'Tệp đã được khóa bằng mật khẩu vừa đặt.',
      before:
        'Mảnh khóa này do thẻ khác của trình duyệt tạo, hoặc được tạo trước khi tải lại trang. Mật khẩu của nó là mật khẩu đã đặt lúc đó.',
      act: 'Lưu tệp khóa',
      again: 'Lưu tệp khóa lần nữa',
      saved: 'Đã lưu {{name}}. Kiểm tra là tệp có trong thư mục tải về.',
      send: 'Tôi đã có tệp, gửi phần công khai',
    },
    working: 'Đang làm bước tiếp theo của khóa',
    sending: 'Đang gửi phần công khai',
    waiting: 'Đã xong phần của đồng chí',
    waitingFor: 'Đang chờ: {{names}}. Để trang này mở, các bước sau tự chạy.',
    waitingAlone: 'Đang chờ những người giữ khóa khác. Để trang này mở, các bước sau tự chạy.',
    ready: 'Khóa đã xong',
    keepText: 'Giữ tệp khóa và mật khẩu cho đến khi có kết quả.',
    lostText: 'Mất thì báo thư ký ngay, trước lúc mở biểu quyết.',
    inRecord: 'Khóa của đồng chí có trong bản ghi của cuộc bỏ phiếu.',
    notInRecord:
      'Khóa của đồng chí KHÔNG có trong bản ghi của cuộc bỏ phiếu này. Báo ngay cho chủ tọa: có thể máy chủ đã bị sửa.',
    unlock: {
      passphrase: 'Mật khẩu của mảnh khóa',
      continue: 'Mở mảnh khóa để làm tiếp bước sau.',
      act: 'Mở mảnh khóa',
      file: 'Tệp khóa',
      fileHelp: 'Trên máy này không có mảnh khóa. Chọn tệp khoa-….json mà đồng chí đã lưu.',
      otherFile: 'Dùng tệp khóa',
      working: 'Đang mở mảnh khóa',
      missing: 'Xin nhập mật khẩu.',
      fileMissing: 'Xin chọn tệp khóa.',
    },
    decrypt: {
      title: 'Mở kết quả',
      text: 'Máy này tải bản ghi công khai, tự kiểm tra và cộng lại mọi phiếu, rồi mới mở phần của đồng chí. Chỉ tổng được mở, không phiếu nào bị đọc.',
      act: 'Mở phần của tôi',
      fetching: 'Đang tải bản ghi',
      checking: 'Đang kiểm tra từng phiếu',
      done: 'Đồng chí đã mở phần của mình',
      doneText_other: 'Máy này đã tự cộng {{count}} phiếu trong bản ghi.',
      doneWaiting: 'Đang chờ: {{names}}. Kết quả hiện ra khi đủ người.',
    },
    problem: {
      passphrase: 'Mật khẩu không đúng với mảnh khóa này.',
      file: 'Tệp này không phải tệp khóa, hoặc đã bị hỏng.',
      election: 'Đây là tệp khóa của cuộc bỏ phiếu khác: “{{question}}”.',
      old: 'Đây là tệp khóa cũ: khóa của biểu quyết này đã được làm lại sau đó.',
      person: 'Đây là tệp khóa của người giữ khóa thứ {{place}}; đồng chí là người thứ {{own}}.',
      storage:
        'Trình duyệt này không cho lưu mảnh khóa (có thể đang ở chế độ riêng tư). Dùng cửa sổ thường rồi làm lại.',
      input:
        'Không làm tiếp được: mảnh khóa này không khớp với phần đã gửi, hoặc dữ liệu nhận được không đúng. Nếu đã tạo mảnh khóa ở máy khác, hãy dùng máy đó hoặc tệp khóa. Nếu không, báo thư ký làm lại khóa.',
      record:
        'Không mở: bản ghi của cuộc bỏ phiếu không đúng. Không có gì được gửi đi. Báo ngay cho chủ tọa và giữ nguyên trang này.',
      tally:
        'Không mở: máy chủ đưa ra thứ không phải tổng của các phiếu trong bản ghi, có thể là một phiếu riêng. Không có gì được gửi đi. Báo ngay cho chủ tọa.',
      key: 'Không mở: bản ghi không có khóa của mảnh này. Có thể tệp khóa không đúng, hoặc khóa của đồng chí đã bị thay. Báo chủ tọa nếu tệp đúng.',
      twice:
        'Không mở: máy này đã mở một tổng khác của cuộc bỏ phiếu này. Mở hai tổng khác nhau có thể làm lộ phiếu. Báo ngay cho chủ tọa.',
    },
  },
  prepare: {
    verifiable: 'Bỏ phiếu kín kiểm chứng được',
    verifiableText:
      'Phiếu được mã hóa ngay trên máy của đại biểu, máy chủ không đọc được. Cách này tin vào những người giữ khóa: phải đủ số người cùng mở thì mới có kết quả, và ai cũng kiểm tra lại được.',
    sign: 'Bỏ phiếu kín kiểm chứng được',
    trustees: 'Những người giữ khóa',
    trusteesHelp:
      'Từ 2 đến 9 người trong số người dự họp và thư ký, thường là chủ tọa, thư ký và một người nữa. Mỗi người tự tạo và giữ một mảnh khóa trên máy của mình. Đổi người thì mọi mảnh khóa làm lại từ đầu.',
    trusteesRule: 'Xin chọn từ 2 đến 9 người giữ khóa.',
    scheme: 'Khi mở kết quả',
    all: 'Cần đủ cả {{count}} người',
    allText: 'Kín nhất. Nhưng mất một mảnh khóa thì không mở được, phải bỏ phiếu lại.',
    some: 'Chỉ cần một số người',
    someText:
      'Vắng hay mất khóa vài người vẫn mở được. Nhưng chừng ấy người thông đồng thì đọc được phiếu.',
    someNeedsThree: 'Chọn được khi có từ 3 người giữ khóa.',
    neededCount: 'Số người cần để mở',
    neededHelp: 'Chỉ cần {{needed}} trong {{count}} người; ít hơn thì không ai đọc được gì.',
    neededRule: 'Từ 2 đến {{count}} người.',

    title: 'Người giữ khóa',
    phase: {
      keys: 'Đang tạo khóa',
      registering: 'Đang tạo mã bỏ phiếu',
      voting: 'Đang bỏ phiếu',
      decrypting: 'Đang mở kết quả',
      decided: 'Đã mở kết quả',
    },
    loadFailed: 'Chưa đọc được tình trạng khóa',
    schemeAll: 'Cần đủ cả {{count}} người để mở kết quả.',
    schemeSome: 'Cần {{needed}} trong {{count}} người để mở kết quả.',
    state: {
      waiting: 'chưa tạo mảnh khóa',
      going: 'đang hoàn tất, cần để trang mở',
      done: 'đã xong phần của mình',
      ready: 'đã có mảnh khóa',
      decrypt: 'chưa mở phần của mình',
      decrypted: 'đã mở phần của mình',
    },
    keysHelp:
      'Chưa mở biểu quyết được: mỗi người giữ khóa phải vào trang phiên họp, đặt mật khẩu và lưu tệp khóa của mình.',
    registered: 'Đã có mã bỏ phiếu',
    registeringHelp:
      'Khóa đã xong. Mỗi thành viên có mặt vào trang phiên họp để máy của mình tạo mã bỏ phiếu. Ai chưa có mã lúc mở thì không ở trong danh sách.',
    missing_other: 'Có mặt mà chưa có mã: {{count}}',
    nobodyMissing: 'Mọi người có mặt đã có mã; mở được rồi.',
    remind: 'Nhắc',
    reminded_other: 'Đã nhắc {{count}} người',
    restart: 'Làm lại khóa và mã',
    restartTitle: 'Làm lại khóa và mã của biểu quyết số {{number}}?',
    restartText:
      'Dùng khi có người mất mảnh khóa, quên mật khẩu hoặc mất mã. Mọi mảnh khóa và mọi mã bỏ phiếu đã tạo đều bỏ đi; ai cũng phải làm lại. Câu hỏi và danh sách giữ nguyên.',
    restartAct: 'Làm lại từ đầu',
    restarted: 'Đã bỏ khóa và mã cũ của biểu quyết số {{number}}',
    opening: {
      keys: 'Chưa mở được: những người giữ khóa chưa tạo xong khóa.',
      nobody: 'Chưa mở được: chưa ai có mã bỏ phiếu.',
      missing_other:
        'Còn {{count}} người có mặt chưa có mã. Mở bây giờ thì những người này không được bỏ phiếu lần này.',
      tooFew: 'Mới có {{registered}} người có mã, quy định cần {{needed}} người: chưa mở được.',
      notCarried:
        'Mới có {{registered}} người có mã, quy định cần {{needed}} người: mở được nhưng kết quả sẽ không được thông qua.',
      without: 'Mở không có những người này, theo quyết định của chủ tọa',
      choose: 'Xin chờ thêm, hoặc đánh dấu là mở không có những người chưa có mã.',
      frozen: 'Từ lúc mở, khóa và mã được chốt: ai mất mảnh khóa hay mã phải báo trước lúc này.',
    },
    decrypting: {
      title: 'Đã kết thúc bỏ phiếu, đang mở kết quả',
      text: 'Không nhận thêm phiếu. Những người giữ khóa đang mở phần của mình; kết quả hiện ra khi đủ.',
      progress: 'Người giữ khóa đã mở',
      waitingFor: 'Đang chờ: {{names}}.',
      needMore_other: 'Còn cần {{count}} người.',
      lostAll:
        'Cần đủ mọi người giữ khóa. Nếu một người không còn cả máy lẫn tệp khóa thì không ai mở được nữa: dừng và hủy biểu quyết này, rồi bỏ phiếu lại.',
      lostSome:
        'Không cần đợi đủ mọi người. Chỉ khi không còn đủ {{needed}} người có mảnh khóa thì mới phải dừng và hủy, rồi bỏ phiếu lại.',
    },
  },
} as const;
