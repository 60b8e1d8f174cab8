package dev.profilectl.dialect;

import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.profile.NewAvatar;
import java.util.Map;

/** Requests that send a picture. */
final class Uploads {
  private Uploads() {}

  static Call call(String method, String path, String part, NewAvatar avatar) {
    return new Call(Purpose.UPLOAD, method, path, Map.of(), body(part, avatar));
  }

  static Body.Upload body(String part, NewAvatar avatar) {
    return new Body.Upload(
        part, avatar.fileName(), "image/" + avatar.shape().format(), avatar.content());
  }
}
