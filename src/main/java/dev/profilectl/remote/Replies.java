package dev.profilectl.remote;

import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Call;
import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.dialect.Verdict.Reason;
import dev.profilectl.dialect.Verdict.Refused;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.CodeCatalogue;
import dev.profilectl.validation.CodeEntry;
import dev.profilectl.validation.DocumentedSystem;
import dev.profilectl.validation.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a refusal means for whoever asked.
 *
 * @param target the name of the target
 * @param system whose codes they are
 */
record Replies(String target, DocumentedSystem system) {
  /** A system that has one code for every failure means by it that name and password are wrong. */
  private static final Set<Reason> LOGIN_REFUSED =
      EnumSet.of(Reason.NOT_LOGGED_IN, Reason.INVALID, Reason.NO_SUCH_USER, Reason.FAILED);

  private static final String UPDATE_FAILED = "400250";

  /** The failure of an answer that did not do what was asked. */
  Failure failure(Call call, Answer answer, Refused refused) {
    String code = refused.code();
    if (call.purpose() == Purpose.LOGIN && LOGIN_REFUSED.contains(refused.why())) {
      return new Failure.Denied(Message.of("remote.login-refused", target, said(answer, refused)));
    }
    return switch (refused.why()) {
      case NOT_LOGGED_IN ->
          new Failure.Denied(Message.of("remote.not-logged-in", target, said(answer, refused)));
      case FORBIDDEN ->
          new Failure.Denied(Message.of("remote.forbidden", target, said(answer, refused)));
      case NO_SUCH_USER ->
          new Failure.NotFound(
              Message.of("remote.no-such-user", target, said(answer, refused)),
              Problem.of("username", "400199"));
      case NO_SUCH_FILE ->
          new Failure.NotFound(Message.of("remote.no-such-file", target, said(answer, refused)));
      case INVALID -> new Failure.Invalid(List.of(problem(call, refused)));
      case CONFLICT ->
          new Failure.Conflict(Message.of("remote.conflict", target, said(answer, refused)));
      case TOO_LARGE ->
          call.purpose() == Purpose.UPLOAD
              ? Failure.Invalid.of(
                  "avatar", "image-too-large", Map.of("server", said(answer, refused)))
              : new Failure.Unavailable(Message.of("remote.failed", target, said(answer, refused)));
      case FAILED ->
          code.equals(UPDATE_FAILED)
              ? new Failure.Fault(
                  Message.of("remote.failed", target, said(answer, refused)),
                  Problem.of("username", code))
              : new Failure.Unavailable(Message.of("remote.failed", target, said(answer, refused)));
      case LATER ->
          new Failure.Unavailable(Message.of("remote.later", target, said(answer, refused)));
      case UNKNOWN ->
          new Failure.Unavailable(Message.of("remote.unclear", target, said(answer, refused)));
      case NOT_THE_API ->
          new Failure.Unavailable(
              Message.of("remote.not-the-api", target, system.word(), said(answer, refused)));
    };
  }

  /** {@code 400250 "update failed", request 7f3a}: what helps whoever runs the server. */
  private static String said(Answer answer, Refused refused) {
    String words = refused.words().isEmpty() ? "" : " \"" + refused.words() + "\"";
    String request =
        answer.header("X-Request-Id").map(id -> ", request " + shortened(id)).orElse("");
    return refused.code() + words + request;
  }

  private static String shortened(String id) {
    return id.length() <= 64 ? id : id.substring(0, 64);
  }

  /** The documented code names the field; a code of nobody's is about the whole. */
  private Problem problem(Call call, Refused refused) {
    String kind = call.purpose() == Purpose.UPDATE ? "user-update" : "avatar-upload";
    Optional<CodeEntry> entry =
        CodeCatalogue.find(system.word() + "/" + kind + "/" + refused.code()).stream().findFirst();
    String field =
        entry.map(CodeEntry::field).orElse(call.purpose() == Purpose.UPDATE ? "profile" : "avatar");
    String words = refused.words().isEmpty() ? refused.code() : refused.words();
    return new Problem(Objects.requireNonNull(field), refused.code(), Map.of("server", words));
  }

  /** Nothing came back, and nothing had been done. */
  Failure notReached(Throwable cause) {
    return new Failure.Unavailable(Message.of("remote.not-reached", target, Reasons.of(cause)));
  }

  /** Nothing came back, and it is not known what was done. */
  Failure unknown(Throwable cause) {
    return new Failure.Unavailable(Message.of("remote.no-answer", target, Reasons.of(cause)));
  }
}
