package pullquote.storage;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Takes a record apart and puts it together again, by position. */
final class RecordFields {
    private final MethodHandle[] getters;
    private final MethodHandle constructor;

    RecordFields(Class<?> row) {
        RecordComponent[] components = row.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        getters = new MethodHandle[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                getters[i] = MethodHandles.lookup()
                        .unreflect(accessor)
                        .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class));
            }
            Constructor<?> canonical = row.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            constructor = MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, components.length)
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException("Expected an open record class but found " + row, impossible);
        }
    }

    int count() {
        return getters.length;
    }

    @Nullable
    Object get(Object row, int index) {
        try {
            return (Object) getters[index].invokeExact(row);
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable thrown) {
            throw new IllegalStateException("Expected values for a record but found ones it refuses", thrown);
        }
    }
}
