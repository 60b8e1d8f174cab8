package dev.profilectl.remote.fake;

/** What anqicms says, in Chinese unless a cookie asks for English. */
enum AnqicmsText {
  ANONYMOUS("该操作需要登录，请登录后重试", "This operation requires login, please log in and try again"),
  LOGGED_IN("登录成功", "Login successful"),
  LOGIN_FAILED("登录失败", "Login failed"),
  CAPTCHA_WRONG("验证码不正确", "The captcha is wrong"),
  TAKEN("该用户已被注册", "This user is already registered"),
  SAVED("保存成功", "Saved"),
  NOT_STORED("文件保存失败", "File save failed"),
  STORED("文件已上传完成", "File upload completed");

  private final String chinese;
  private final String english;

  AnqicmsText(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String in(Request request) {
    String language = request.cookie("lang") + request.cookie("locale");
    return language.startsWith("en") ? english : chinese;
  }
}
