package dev.profilectl.failure;

import dev.profilectl.validation.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every way a command can fail that a user is to be told about. Thrown below the commands, turned
 * into an exit code and one sentence by {@code cli}. Anything else that is thrown is a bug.
 *
 * <p>To add a kind: a nested class here, a line in {@code cli.ExitCode}, and its word in the
 * reference page.
 */
public abstract sealed class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message sentence;

  private Failure(Message sentence, Throwable cause) {
    super(sentence.key(), cause);
    this.sentence = sentence;
  }

  private Failure(Message sentence) {
    super(sentence.key());
    this.sentence = sentence;
  }

  /** The sentence to show. */
  public final Message sentence() {
    return sentence;
  }

  /** The sentence in English; for users it is told in their language by {@link #sentence()}. */
  @Override
  public final String getMessage() {
    return sentence.in(Locale.ENGLISH);
  }

  /** An I/O error or whatever else has no better kind. */
  public static final class Fault extends Failure {
    private static final long serialVersionUID = 1L;

    /** With the exception that told of it. */
    public Fault(Message sentence, Throwable cause) {
      super(sentence, cause);
    }

    /** Without a cause. */
    public Fault(Message sentence) {
      super(sentence);
    }
  }

  /** The command line asks for what does not exist or cannot be done. */
  public static final class Usage extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Usage(Message sentence) {
      super(sentence);
    }
  }

  /** Not logged in, or refused. */
  public static final class Denied extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Denied(Message sentence) {
      super(sentence);
    }
  }

  /** A user, avatar, file or target that is not there. */
  public static final class NotFound extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public NotFound(Message sentence) {
      super(sentence);
    }
  }

  /** A version that has moved on, a duplicate, a change that would lose something. */
  public static final class Conflict extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Conflict(Message sentence) {
      super(sentence);
    }
  }

  /** Data that breaks a rule. Nothing was changed. */
  public static final class Invalid extends Failure {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With all the problems of one input, in the order of the field table; at least one. */
    public Invalid(List<Problem> problems) {
      super(Message.of("invalid", problems.getFirst().field()));
      this.problems = List.copyOf(problems);
    }

    /**
     * With one problem, for packages that judge without the validation module.
     *
     * @param parameters what the sentence of the code mentions, by name
     */
    public static Invalid of(String field, String code, Map<String, Object> parameters) {
      return new Invalid(List.of(new Problem(field, code, parameters)));
    }

    /** All problems, in the order of the field table. */
    public List<Problem> problems() {
      return problems;
    }
  }

  /** A server, a network or a busy store that may answer later; or an outcome that is not known. */
  public static final class Unavailable extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Unavailable(Message sentence) {
      super(sentence);
    }
  }
}
