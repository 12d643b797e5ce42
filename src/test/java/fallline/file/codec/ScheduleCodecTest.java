package fallline.file.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.OneCycle;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleCodecTest {
    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of("{'kind': 'constant'}", Schedule.constant()),
                Arguments.of("{'kind': 'constant-factor'}", new Schedule.ConstantFactor(1.0 / 3, 5)),
                Arguments.of("{'kind': 'step', 'step_size': 30}", new Schedule.Steps(30, 0.1)),
                Arguments.of(
                        "{'kind': 'multistep', 'milestones': [20, 50]}", new Schedule.Milestones(List.of(20, 50), 0.1)),
                Arguments.of("{'kind': 'exponential', 'gamma': 0.95}", new Schedule.Exponential(0.95)),
                Arguments.of("{'kind': 'cosine', 'T_max': 100}", new Schedule.Cosine(100, 0)),
                Arguments.of("{'kind': 'cosine-restarts', 'T_0': 10}", new Schedule.CosineRestarts(10, 1, 0)),
                Arguments.of("{'kind': 'linear-warmup'}", new Schedule.LinearWarmup(1.0 / 3, 1, 5)),
                Arguments.of("{'kind': 'polynomial'}", new Schedule.Polynomial(5, 1)),
                Arguments.of("{'kind': 'inverse-time', 'decay': 0.1}", new Schedule.InverseTime(0.1)),
                Arguments.of(
                        "{'kind': 'one-cycle', 'max_lr': 0.1, 'total_steps': 100}",
                        new OneCycle(0.1, 100, 0.3, OneCycle.Anneal.COS, true, 0.85, 0.95, 25, 1e4, false)),
                Arguments.of(
                        "{'kind': 'one-cycle', 'max_lr': 0.1, 'total_steps': null, 'epochs': 5, 'steps_per_epoch': 7}",
                        OneCycle.of(0.1, 35)),
                Arguments.of(
                        "{'kind': 'cyclic', 'base_lr': 0.01, 'max_lr': 0.1, 'step_size_up': 10, 'step_size_down': null}",
                        new Cyclic(0.01, 0.1, 10, 10, Cyclic.Mode.TRIANGULAR, 1, true, 0.8, 0.9)),
                Arguments.of("{'kind': 'plateau', 'mode': 'min'}", Plateau.standard()),
                Arguments.of(
                        "{'kind': 'cosine', 'T_max': 90, 'warmup': {'start_factor': 0.1, 'total_iters': 10}}",
                        new Schedule.Warmup(0.1, 10, new Schedule.Cosine(90, 0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    @DisplayName("arguments that are left out are PyTorch's; what is written reads back")
    void reads(String text, Schedule schedule) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        UnknownFields unknown = UnknownFields.none();
        Value value = new Value(mapper.readTree(text.replace('\'', '"')), Place.ROOT.into("schedule"), unknown);
        assertThat(ScheduleCodec.read(value)).isEqualTo(schedule);
        assertThat(unknown.paths()).isEmpty();
        Value written = new Value(ScheduleCodec.write(schedule), Place.ROOT.into("schedule"), unknown);
        assertThat(ScheduleCodec.read(written)).isEqualTo(schedule);
        assertThat(unknown.paths()).isEmpty();
    }
}
