package feiyan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.ReflectivePropertyAccessor;
import org.springframework.expression.spel.support.StandardEvaluationContext;

class KnownGettersTest {

    private final Judge judge = new Judge();
    private final List<PropertyAccessor> accessors = KnownGetters.instead(List.of(judge));

    private record Kept(String words, boolean open) {}

    static final class Bean {

        public String getWords() {
            return "got";
        }

        public boolean isOpen() {
            return false;
        }
    }

    private static final class Judge extends ReflectivePropertyAccessor {

        private int asked;

        @Override
        public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
            asked++;
            return !name.equals("secret") && canReadAtAll(context, target, name);
        }

        private boolean canReadAtAll(EvaluationContext context, @Nullable Object target, String name) {
            try {
                return super.canRead(context, target, name);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Unlike the two above, with a name that no other test has read. */
    private record Told(String once) {}

    private record Hidden(String secret) {}

    private @Nullable Object read(String expression, Object root) {
        var context = new StandardEvaluationContext(root);
        context.setPropertyAccessors(accessors);
        return new SpelExpressionParser().parseExpression(expression).getValue(context);
    }

    @Test
    void recordsAndBeansAreReadByOneExpression() {
        var expression = new SpelExpressionParser().parseExpression("words + open");
        for (var round = 0; round < 2; round++) {
            assertThat(said(expression, new Kept("kept", true))).isEqualTo("kepttrue");
            assertThat(said(expression, new Bean())).isEqualTo("gotfalse");
        }
    }

    private @Nullable Object said(Expression expression, Object root) {
        var context = new StandardEvaluationContext(root);
        context.setPropertyAccessors(accessors);
        return expression.getValue(context);
    }

    @Test
    void whetherAPropertyMayBeReadIsJudgedOnceForItsClass() {
        assertThat(read("once", new Told("a"))).isEqualTo("a");
        var asked = judge.asked;
        assertThat(read("once", new Told("b"))).isEqualTo("b");
        assertThat(judge.asked).isEqualTo(asked);
    }

    @Test
    void whatMayNotBeReadNeverIs() {
        for (var round = 0; round < 2; round++) {
            assertThatThrownBy(() -> read("secret", new Hidden("x"))).hasMessageContaining("secret");
        }
    }

    @Test
    void theLengthOfAnArrayHasNoGetterAndIsReadAllTheSame() {
        assertThat(read("length", new int[3])).isEqualTo(3);
        assertThat(read("length", new int[4])).isEqualTo(4);
    }

    @Test
    void aListOfTheJdkIsReadByItsInterface() {
        assertThat(read("empty", List.of())).isEqualTo(true);
        assertThat(read("empty", List.of("a"))).isEqualTo(false);
    }
}
