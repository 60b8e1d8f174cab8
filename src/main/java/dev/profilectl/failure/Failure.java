package dev.profilectl.failure;

import dev.profilectl.validation.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  private final transient List<Problem> problems;

  private Failure(Message sentence, List<Problem> problems, @Nullable Throwable cause) {
    super(sentence.key());
    // A cause that is told as null could not be told later either.
    if (cause != null) {
      initCause(cause);
    }
    this.sentence = sentence;
    this.problems = List.copyOf(problems);
  }

  /** The sentence to show. */
  public final Message sentence() {
    return sentence;
  }

  /** The broken rules behind it, in the order of the field table; empty where no code applies. */
  public final List<Problem> problems() {
    return problems;
  }

  /**
   * Its kind, as machine output has it: {@code failure}, {@code usage}, {@code partial}, {@code
   * denied}, {@code not-found}, {@code conflict}, {@code invalid}, {@code unavailable}, {@code
   * stopped}, {@code interrupted}.
   */
  public final String kind() {
    return switch (this) {
      case Fault _ -> "failure";
      case Partial _ -> "partial";
      case Usage _ -> "usage";
      case Denied _ -> "denied";
      case NotFound _ -> "not-found";
      case Conflict _ -> "conflict";
      case Invalid _ -> "invalid";
      case Unavailable _ -> "unavailable";
      case Stopped _ -> "stopped";
      case Interrupted _ -> "interrupted";
    };
  }

  /** One sentence: that of the first broken rule where the data is wrong. */
  public final String told(Locale locale) {
    return this instanceof Invalid ? problems.getFirst().message(locale) : sentence.in(locale);
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
      super(sentence, List.of(), cause);
    }

    /** With the code of the rule or step that failed, and the exception that told of it. */
    public Fault(Message sentence, Problem problem, Throwable cause) {
      super(sentence, List.of(problem), cause);
    }

    /** With the code of what failed. */
    public Fault(Message sentence, Problem problem) {
      super(sentence, List.of(problem), null);
    }

    /** Without a cause. */
    public Fault(Message sentence) {
      super(sentence, List.of(), null);
    }
  }

  /** Some of what was asked for was done, and some was not. */
  public static final class Partial extends Failure {
    private static final long serialVersionUID = 1L;

    /** With a problem for every field that is not as it should be. */
    public Partial(Message sentence, List<Problem> problems) {
      super(sentence, problems, null);
    }
  }

  /** The command line asks for what does not exist or cannot be done. */
  public static final class Usage extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Usage(Message sentence) {
      super(sentence, List.of(), null);
    }

    /** With the code of the rule, for a field that the target has not. */
    public Usage(Message sentence, Problem problem) {
      super(sentence, List.of(problem), null);
    }
  }

  /** Not logged in, or refused. */
  public static final class Denied extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Denied(Message sentence) {
      super(sentence, List.of(), null);
    }
  }

  /** A user, avatar, file or target that is not there. */
  public static final class NotFound extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public NotFound(Message sentence) {
      super(sentence, List.of(), null);
    }

    /** With its documented code. */
    public NotFound(Message sentence, Problem problem) {
      super(sentence, List.of(problem), null);
    }
  }

  /** A version that has moved on, a duplicate, a change that would lose something. */
  public static final class Conflict extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Conflict(Message sentence) {
      super(sentence, List.of(), null);
    }

    /** With its code, {@code username-taken} for example. */
    public Conflict(Message sentence, Problem problem) {
      super(sentence, List.of(problem), null);
    }
  }

  /** Data that breaks a rule. Nothing was changed. */
  public static final class Invalid extends Failure {
    private static final long serialVersionUID = 1L;

    /** With all the problems of one input, in the order of the field table; at least one. */
    public Invalid(List<Problem> problems) {
      super(Message.of("invalid", problems.getFirst().field()), problems, null);
    }

    /** With one problem. */
    public static Invalid of(String field, String code, Map<String, Object> parameters) {
      return new Invalid(List.of(new Problem(field, code, parameters)));
    }

    /** The same, whose sentences also mention this, a file's name for example. */
    public Invalid about(String parameter, String value) {
      return new Invalid(problems().stream().map(p -> p.with(parameter, value)).toList());
    }
  }

  /** A server, a network or a busy store that may answer later; or an outcome not known. */
  public static final class Unavailable extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Unavailable(Message sentence) {
      super(sentence, List.of(), null);
    }
  }

  /** A limit that the user set stopped the command; it can be resumed. */
  public static final class Stopped extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Stopped(Message sentence) {
      super(sentence, List.of(), null);
    }
  }

  /** The user stopped the command at a prompt or by a signal. */
  public static final class Interrupted extends Failure {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Interrupted(Message sentence) {
      super(sentence, List.of(), null);
    }
  }
}
